package org.steward.core.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steward.api.process.ProcessId;
import org.steward.core.config.Account;
import org.steward.core.config.AutoRestart;
import org.steward.core.config.LogTarget;
import org.steward.core.config.OutputConfig;
import org.steward.core.config.ProcessConfig;
import org.steward.core.config.RestartPolicy;
import org.steward.core.config.StartPolicy;
import org.steward.core.config.StopPolicy;
import org.steward.core.config.StreamConfig;
import org.steward.core.config.Surroundings;

class ProgramSectionTest {
  @TempDir Path directory;
  private ConfigFixture config = new ConfigFixture(Path.of("/"));

  @BeforeEach
  void makeFixture() {
    config = new ConfigFixture(directory);
  }

  @Test
  void aProgramWithACommandOnlyHasSupervisorsDefaults() throws Exception {
    StreamConfig auto = new StreamConfig(new LogTarget.Auto(), 50L << 20, 10, 0, false, false);
    assertThat(config.program("command=/bin/cat"))
        .isEqualTo(
            new ProcessConfig(
                new ProcessId("x", "x"),
                "/bin/cat",
                new StartPolicy(999, true, 1, 3),
                new RestartPolicy(AutoRestart.UNEXPECTED, List.of(0)),
                new StopPolicy(15, 10, false, false),
                new Surroundings(null, null, null, Map.of(), null),
                new OutputConfig(auto, auto, false)));
  }

  @Test
  void everyOptionIsRead() throws Exception {
    ProcessConfig read =
        config.program(
            """
            command = prog -a "b c"
            process_name = y
            priority = 1
            autostart = false
            startsecs = 2
            startretries = 4
            autorestart = true
            exitcodes = 0,2
            stopsignal = INT
            stopwaitsecs = 5
            stopasgroup = true
            user = web
            stdout_logfile = /tmp/o.log
            stdout_logfile_maxbytes = 0
            stdout_logfile_backups = 3
            stdout_capture_maxbytes = 1KB
            stdout_events_enabled = true
            stdout_syslog = true
            stderr_logfile = NONE
            stderr_logfile_maxbytes = 2MB
            stderr_logfile_backups = 1
            stderr_capture_maxbytes = 7
            stderr_events_enabled = 1
            stderr_syslog = off
            environment = B="2",A=1
            directory = sub/dir
            umask = 027
            serverurl = http://localhost:1
            """);

    assertThat(read)
        .isEqualTo(
            new ProcessConfig(
                new ProcessId("x", "y"),
                "prog -a \"b c\"",
                new StartPolicy(1, false, 2, 4),
                new RestartPolicy(AutoRestart.ALWAYS, List.of(0, 2)),
                new StopPolicy(2, 5, true, true),
                new Surroundings(
                    new Account("web", 1000, 1001, "/home/web"),
                    027,
                    "sub/dir",
                    Map.of("A", "1", "B", "2"),
                    "http://localhost:1"),
                new OutputConfig(
                    new StreamConfig(new LogTarget.File("/tmp/o.log"), 0, 3, 1024, true, true),
                    new StreamConfig(new LogTarget.None(), 2L << 20, 1, 7, true, false),
                    false)));
    assertThat(read.surroundings().environment().keySet()).containsExactly("B", "A");
  }

  @Test
  void severalProcessesAreNumberedAndSortedByName() throws Exception {
    List<ProcessConfig> read =
        config.programs(
            "command=c %(process_num)d of %(numprocs)d\nnumprocs=3\nnumprocs_start=9\n"
                + "process_name=%(program_name)s_%(process_num)d");

    assertThat(read)
        .extracting(process -> process.id().name())
        .containsExactly("x_10", "x_11", "x_9");
    assertThat(read)
        .extracting(ProcessConfig::command)
        .containsExactly("c 10 of 3", "c 11 of 3", "c 9 of 3");
  }

  @Test
  void noProcessesAreAGroupTooButAnEmptyOne() throws Exception {
    assertThat(config.programs("command=a\nnumprocs=0")).isEmpty();
  }

  @Test
  void whatIsTheSameForAllProcessesCannotUseTheirNumber() {
    assertThat(config.problemsOfPrograms("[program:x]\ncommand=a\nstartsecs=%(process_num)d"))
        .singleElement()
        .asString()
        .contains("startsecs", "cannot expand %(process_num)s");
  }

  @ParameterizedTest
  @CsvSource({
    "%(here)s, HERE",
    "%(program_name)s, x",
    "%(group_name)s, x",
    "%(host_node_name)s, node1",
    "%(process_num)02d, 00",
    "%(numprocs)d, 1",
    "%(ENV_PATH)s, /bin",
    "%(ENV_OWN)s, own",
    "%(ENV_SHARED)s, shared",
    "%%, %",
  })
  void whatDiffersFromProcessToProcessCanUseEveryName(String format, String expected)
      throws Exception {
    ProcessConfig read =
        config
            .read(
                "[supervisord]\nenvironment=SHARED=shared\n[program:x]\ncommand="
                    + format
                    + "\ndirectory="
                    + format
                    + "\nenvironment=OWN=own")
            .groups()
            .getFirst()
            .processes()
            .getFirst();

    String value = expected.replace("HERE", directory.toString());
    assertThat(read.command()).isEqualTo(value);
    assertThat(read.surroundings().directory()).isEqualTo(value);
  }

  @Test
  void aProgramsEnvironmentComesAfterTheDaemonsAndCanUseIt() throws Exception {
    ProcessConfig read =
        config
            .read(
                "[supervisord]\nenvironment=A=1,B=2\n[program:x]\ncommand=a\n"
                    + "environment=B=\"%(ENV_B)s!\",PATH=\"/x:%(ENV_PATH)s\"")
            .groups()
            .getFirst()
            .processes()
            .getFirst();

    assertThat(read.surroundings().environment())
        .containsExactly(Map.entry("A", "1"), Map.entry("B", "2!"), Map.entry("PATH", "/x:/bin"));
  }

  @Test
  void eachReadingStartsAfresh() throws Exception {
    String program = "[program:a]\ncommand=%(ENV_GONE)s";
    config.read("[supervisord]\nenvironment=GONE=x\n" + program);
    assertThat(config.problemsOf("[supervisord]\n" + program))
        .singleElement()
        .asString()
        .contains("GONE");
  }

  @Test
  void aLogFileIsExpandedTwice() throws Exception {
    ProcessConfig read = config.program("command=a\nstdout_logfile=/tmp/100%%%%.log");
    assertThat(read.output().stdout().target()).isEqualTo(new LogTarget.File("/tmp/100%.log"));
    assertThat(config.problemsOfPrograms("[program:x]\ncommand=a\nstdout_logfile=/tmp/1%%.log"))
        .hasSize(1);
  }

  @Test
  void aRelativeLogStartsWhereTheDaemonWillBe() throws Exception {
    String program = "[program:x]\ncommand=a\nstdout_logfile=x.log";
    assertThat(target("[supervisord]\n" + program)).isEqualTo(directory + "/x.log");
    assertThat(target("[supervisord]\ndirectory=/tmp\n" + program)).isEqualTo("/tmp/x.log");
    assertThat(target("[supervisord]\ndirectory=/tmp\nnodaemon=true\n" + program))
        .isEqualTo(directory + "/x.log");
  }

  private String target(String text) throws Exception {
    ProcessConfig process = config.read(text).groups().getFirst().processes().getFirst();
    return ((LogTarget.File) process.output().stdout().target()).path();
  }

  @ParameterizedTest
  @CsvSource({
    "'', false, false",
    "stopasgroup=true, true, true",
    "killasgroup=true, false, true",
    "'stopasgroup=true\nkillasgroup=yes', true, true",
  })
  void stoppingAsAGroupImpliesKillingAsOne(String options, boolean stop, boolean kill)
      throws Exception {
    StopPolicy read = config.program("command=a\n" + options).stop();
    assertThat(read.asGroup()).isEqualTo(stop);
    assertThat(read.killAsGroup()).isEqualTo(kill);
  }

  @ParameterizedTest
  @CsvSource({"AUTO,", "auto,", "'',''", "unix:///s, unix:///s"})
  void theServerUrlAutoMeansTheDaemonsOwn(String text, String expected) throws Exception {
    assertThat(config.program("command=a\nserverurl=" + text).surroundings().serverUrl())
        .isEqualTo(expected);
  }

  @Test
  void redirectedStandardErrorHasNoLogOfItsOwn() throws Exception {
    OutputConfig read =
        config.program("command=a\nredirect_stderr=true\nstderr_events_enabled=1").output();
    assertThat(read.redirectStderr()).isTrue();
    assertThat(read.stderr().target()).isEqualTo(new LogTarget.None());
    assertThat(read.stderr().eventsEnabled()).isTrue();
  }

  @Test
  void anEmptyCommandIsLeftToFailWhenItIsSpawned() throws Exception {
    assertThat(config.program("command=").command()).isEmpty();
  }
}
