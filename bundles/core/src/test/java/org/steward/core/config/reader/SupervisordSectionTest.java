package org.steward.core.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steward.core.config.Account;
import org.steward.core.config.ActivityLogConfig;
import org.steward.core.config.LogLevel;
import org.steward.core.config.SupervisordConfig;

class SupervisordSectionTest {
  @TempDir Path directory;
  private ConfigFixture config = new ConfigFixture(Path.of("/"));

  @BeforeEach
  void makeFixture() {
    config = new ConfigFixture(directory);
  }

  @Test
  void anEmptySectionHasSupervisorsDefaults() throws Exception {
    assertThat(config.read("[supervisord]").supervisord())
        .isEqualTo(
            new SupervisordConfig(
                new ActivityLogConfig(directory + "/supervisord.log", 50L << 20, 10, LogLevel.INFO),
                directory.resolve("supervisord.pid"),
                022,
                false,
                false,
                null,
                null,
                "supervisor",
                Path.of("/tmp"),
                false,
                false,
                1024,
                200,
                Map.of(),
                true,
                false));
  }

  @Test
  void everyOptionIsRead() throws Exception {
    Path logs = Files.createDirectory(directory.resolve("logs"));
    SupervisordConfig read =
        config
            .read(
                """
                [supervisord]
                logfile = logs/s.log
                logfile_maxbytes = 1KB
                logfile_backups = 0
                loglevel = Debug
                pidfile = %(here)s/logs/s.pid
                umask = 077
                nodaemon = yes
                silent = 1
                minfds = 10
                minprocs = 20
                nocleanup = on
                childlogdir = %(here)s/logs
                user = web
                directory = ~/logs
                strip_ansi = true
                environment = A="1 %%",B="%(ENV_PATH)s",H="%(host_node_name)s"
                identifier = me
                adopt = no
                cgroups = on
                """)
            .supervisord();

    assertThat(read)
        .isEqualTo(
            new SupervisordConfig(
                new ActivityLogConfig(logs + "/s.log", 1024, 0, LogLevel.DEBUG),
                logs.resolve("s.pid"),
                077,
                true,
                true,
                new Account("web", 1000, 1001, "/home/web"),
                logs,
                "me",
                logs,
                true,
                true,
                10,
                20,
                Map.of("A", "1 %", "B", "/bin", "H", "node1"),
                false,
                true));
  }

  @Test
  void theCommandLineComesBeforeTheFile() throws Exception {
    SupervisordConfig read =
        config
            .setting("nodaemon", "-n", "true")
            .setting("loglevel", "-e", "warn")
            .setting("identifier", "-i", "100%")
            .setting("childlogdir", "-q", "/tmp")
            .read("[supervisord]\nloglevel=debug\nidentifier=x\nchildlogdir=/nonexistent")
            .supervisord();

    assertThat(read.nodaemon()).isTrue();
    assertThat(read.log().level()).isEqualTo(LogLevel.WARN);
    assertThat(read.identifier()).isEqualTo("100%");
    assertThat(read.childLogDir()).isEqualTo(Path.of("/tmp"));
  }

  @Test
  void aBrokenSettingOfTheCommandLineIsReportedByItsFlag() {
    config.setting("umask", "-m", "9").setting("directory", "--directory", "/nonexistent");

    assertThat(config.problemsOf("[supervisord]\nminfds=x"))
        .containsExactly(
            "command line: -m=9: expected an octal number such as 022 or 0700",
            "command line: --directory=/nonexistent: expected a directory that exists",
            "supervisord.conf:2: [supervisord] minfds=x: expected an integer");
  }

  @Test
  void theSectionMustBeThere() {
    assertThat(config.problemsOf("[program:x]\ncommand=a"))
        .containsExactly("supervisord.conf: expected a [supervisord] section");
  }

  @Test
  void aRootThatSearchedForItsFileIsWarned() throws Exception {
    assertThat(config.runByRoot().searched().noticesOf("[supervisord]"))
        .singleElement()
        .asString()
        .startsWith("WARN root runs with a configuration file that was looked for");
  }

  @Test
  void valuesOfTheDefaultSectionCountEverywhere() throws Exception {
    var read = config.read("[DEFAULT]\numask=077\n[supervisord]\n[program:x]\ncommand=a");

    assertThat(read.supervisord().umask()).isEqualTo(077);
    assertThat(read.groups().getFirst().processes().getFirst().surroundings().umask())
        .isEqualTo(077);
    assertThat(read.notices()).isEmpty();
  }
}
