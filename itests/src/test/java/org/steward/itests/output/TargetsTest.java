package org.steward.itests.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.NeedsRoot;
import org.steward.itests.harness.Pair;
import org.steward.itests.harness.Resources;
import org.steward.itests.harness.Sandbox;

/** Where output goes that does not go to a log file of its own. */
class TargetsTest {

  private static final String TO_STDOUT =
      """
      [supervisord]
      logfile=/dev/null
      logfile_maxbytes=0

      [program:talker]
      command=sh -c "while :; do echo talk; sleep 0.1; done"
      stdout_logfile=/dev/stdout
      stdout_logfile_maxbytes=0

      [program:other]
      command=sh -c "while :; do echo tick; sleep 0.1; done"
      stdout_logfile=%(here)s/other.log
      """;

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @Test
  void devStdoutIsTheDaemonsOwnWhichMayBeAFile() {
    Daemon daemon = sandbox.steward(TO_STDOUT).launch("-s").awaitFile("console", "talk\ntalk\n");
    assertThat(daemon.stop()).isZero();
  }

  @Test
  void devStdoutMayBeAPipe() {
    Daemon daemon = sandbox.steward(TO_STDOUT);
    daemon.startedBy(into(daemon, "cat > piped")).launch("-s").awaitFile("piped", "talk\ntalk\n");
    assertThat(daemon.read("console")).isEmpty();
  }

  @Test
  void aPipeWhoseReaderIsGoneHurtsNobody() {
    Daemon daemon = sandbox.steward(TO_STDOUT.replace("/dev/null", "%(here)s/supervisord.log"));
    daemon
        .startedBy(into(daemon, "head -n 2 > piped"))
        .launch("-s")
        .awaitLog("cannot write to /dev/stdout any more: EPIPE");
    assertThat(daemon.read("piped")).isEqualTo("talk\ntalk\n");
    String before = daemon.read("other.log");
    daemon.awaitFile("other.log", before + "tick\ntick\n");
    assertThat(daemon.child("talker").isAlive()).isTrue();
  }

  /** Runs the daemon with a pipe to a shell command as its stdout. */
  private static java.util.function.UnaryOperator<org.steward.itests.harness.Command> into(
      Daemon daemon, String reader) {
    return command ->
        command.under(
            "bash", "-c", "exec \"$0\" \"$@\" > >(cd '" + daemon.folder() + "' && " + reader + ")");
  }

  @Test
  void stripAnsiTakesEscapesOut() {
    Pair pair =
        sandbox
            .pair(
                """
                [supervisord]
                strip_ansi=true

                [program:colours]
                command=python3 %(ENV_PROGRAMS)s/emit.py colours
                stdout_logfile=%(here)s/colours.log
                """)
            .start()
            .each(daemon -> daemon.awaitFile("colours.log", "end\n"));
    assertThat(pair.steward().read("colours.log").lines().findFirst())
        .isEqualTo(pair.debian().read("colours.log").lines().findFirst())
        .hasValue("plain red bold green  end");
    // Debian's leaves parts of sequences that come in two reads.
    pair.steward().awaitFile("colours.log", "split blue done\n");
  }

  @Test
  void logFilesOfEarlierRunsAreRemovedUnlessToldNotTo() {
    for (boolean nocleanup : new boolean[] {false, true}) {
      Pair pair = sandbox.pair("[supervisord]\nidentifier=me\nnocleanup=" + nocleanup + "\n");
      pair.each(
          daemon -> {
            daemon.write("old-stdout---me-abcdef.log", "old");
            daemon.write("old-stdout---me-abcdef.log.7", "old");
            daemon.write("old-stdout---you-abcdef.log", "another daemon's");
            daemon.write("notes.log", "mine");
          });
      pair.start();
      assertThat(files(pair.steward())).isEqualTo(files(pair.debian())).hasSize(nocleanup ? 4 : 2);
      pair.stop();
    }
  }

  private static List<String> files(Daemon daemon) {
    return List.of(daemon.folder().toFile().list()).stream()
        .filter(name -> name.contains(".log") && !name.startsWith("supervisord"))
        .sorted()
        .toList();
  }

  @Test
  @NeedsRoot
  void syslogGetsTheSameDatagrams() {
    Pair pair =
        sandbox.pair(
            """
            [program:talker]
            command=python3 %(ENV_PROGRAMS)s/emit.py hello "two words" grüße
            stdout_syslog=true
            stdout_logfile=NONE

            [program:late]
            command=sh -c "sleep 1; echo complaint >&2; sleep 1000"
            stderr_syslog=true
            stdout_logfile=syslog
            """);
    pair.each(
        daemon -> {
          daemon.file("dev").toFile().mkdir();
          String socket = daemon.file("dev").resolve("log").toString();
          sandbox
              .command(
                  "python3",
                  Resources.directory("programs").resolve("syslogd.py").toString(),
                  socket,
                  daemon.file("syslog").toString())
              .start(daemon.file("syslogd.console"));
          Await.until("the syslog daemon is up", () -> daemon.file("dev/log").toFile().exists());
          daemon.startedBy(
              command ->
                  command.under(
                      "unshare",
                      "--mount",
                      "sh",
                      Resources.directory("programs").resolve("with_syslog.sh").toString(),
                      daemon.file("dev").toString()));
        });
    pair.start().each(daemon -> daemon.awaitFile("syslog", "complaint"));
    assertThat(lines(pair.steward())).isEqualTo(lines(pair.debian())).isNotEmpty();
  }

  private static List<String> lines(Daemon daemon) {
    return daemon.read("syslog").lines().sorted().toList();
  }
}
