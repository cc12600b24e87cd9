package org.steward.core.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steward.api.control.ConfigInfo;
import org.steward.core.config.ConfigInfos;
import org.steward.core.config.GroupConfig;

class ConfigInfosTest {
  @TempDir Path directory;

  @Test
  void defaultsReadAsInSupervisor() throws Exception {
    ConfigInfo info = infos("[program:x]\ncommand=/bin/cat\n[group:g]\nprograms=x").getFirst();

    assertThat(info.inUse()).isTrue();
    assertThat(info.groupPriority()).isEqualTo(999);
    assertThat(info.values())
        .containsExactly(
            Map.entry("autostart", true),
            Map.entry("autorestart", "unexpected"),
            Map.entry("directory", "none"),
            Map.entry("uid", "none"),
            Map.entry("command", "/bin/cat"),
            Map.entry("exitcodes", List.of(0)),
            Map.entry("group", "g"),
            Map.entry("group_prio", 999),
            Map.entry("inuse", true),
            Map.entry("killasgroup", false),
            Map.entry("name", "x"),
            Map.entry("process_prio", 999),
            Map.entry("redirect_stderr", false),
            Map.entry("startretries", 3),
            Map.entry("startsecs", 1),
            Map.entry("stdout_capture_maxbytes", 0),
            Map.entry("stdout_events_enabled", false),
            Map.entry("stdout_logfile", "auto"),
            Map.entry("stdout_logfile_backups", 10),
            Map.entry("stdout_logfile_maxbytes", 52428800),
            Map.entry("stdout_syslog", false),
            Map.entry("stopsignal", 15),
            Map.entry("stopwaitsecs", 10),
            Map.entry("stderr_capture_maxbytes", 0),
            Map.entry("stderr_events_enabled", false),
            Map.entry("stderr_logfile", "auto"),
            Map.entry("stderr_logfile_backups", 10),
            Map.entry("stderr_logfile_maxbytes", 52428800),
            Map.entry("stderr_syslog", false),
            Map.entry("serverurl", "none"));
  }

  @Test
  void whatIsSetIsToldByItsValue() throws Exception {
    Map<String, Object> values =
        infos(
                "[program:x]\ncommand=c\nautorestart=true\ndirectory=/d\nuser=web\n"
                    + "stdout_logfile=/tmp/o\nstderr_logfile=NONE\nserverurl=http://h:1\n"
                    + "stdout_logfile_maxbytes=9GB")
            .getFirst()
            .values();

    assertThat(values)
        .containsEntry("autorestart", true)
        .containsEntry("directory", "/d")
        .containsEntry("uid", 1000)
        .containsEntry("stdout_logfile", "/tmp/o")
        .containsEntry("stderr_logfile", "none")
        .containsEntry("serverurl", "http://h:1")
        .containsEntry("stdout_logfile_maxbytes", Integer.MAX_VALUE)
        .containsEntry("inuse", false);
    assertThat(infos("[program:x]\ncommand=c\nautorestart=0").getFirst().values())
        .containsEntry("autorestart", false);
  }

  @Test
  void processesAreOrderedByTheirOwnName() throws Exception {
    assertThat(
            infos(
                "[program:c]\ncommand=c\npriority=1\n[program:a]\ncommand=a\n[program:b]\n"
                    + "command=b\n[group:g]\nprograms=b"))
        .extracting(info -> info.id().qualifiedName())
        .containsExactly("a:a", "g:b", "c:c");
  }

  private List<ConfigInfo> infos(String text) throws Exception {
    List<GroupConfig> groups = new ConfigFixture(directory).readPrograms(text).groups();
    return ConfigInfos.of(groups, "g"::equals);
  }
}
