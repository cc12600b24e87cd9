package org.steward.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** tail, maintail and fg. */
class LogActionsTest extends ServerTest {

  @Test
  void tailShowsTheLast1600BytesOfStdout() {
    server.answer("supervisor.readProcessStdoutLog(cat, -1600, 0)", "one\ntwo\n");
    ctl("tail", "cat").printed(0, "one", "two", "");
  }

  @Test
  void tailTakesACountAndAChannel() {
    server.answer("supervisor.readProcessStderrLog(g:a, -100, 0)", "oops");
    ctl("tail", "-100", "g:a", "STDERR").printed(0, "oops");
  }

  @ParameterizedTest
  @CsvSource({
    "20, cat: ERROR (no log file)",
    "30, cat: ERROR (unknown error reading log)",
    "10, cat: ERROR (no such process name)"
  })
  void tailTellsEachFaultInItsOwnWords(int code, String line) {
    server.fault("supervisor.readProcessStdoutLog", code, "X: cat");
    ctl("tail", "cat").printed(1, line);
  }

  @Test
  void tailRefusesWhatItDoesNotUnderstand() {
    ctl("tail").complained(1, "Error: too few arguments");
    ctl("tail", "-1", "a", "stdout", "x").complained(1, "Error: too many arguments");
    ctl("tail", "-1").printed(1, "Error: tail requires process name");
    ctl("tail", "a", "stdin").printed(1, "Error: bad channel 'stdin'");
    ctl("tail", "-x", "a").printed(1, "Error: bad argument -x");
    ctl("tail", "-1", "a", "it's").printed(1, "Error: bad channel \"it's\"");
  }

  @Test
  void followedLogsAreShownUntilTheServerEndsThem() {
    server.stream("/logtail/g:a/stdout", "one\ntwo ü\n");
    ctl("tail", "-f", "g:a").printed(0, "==> Press Ctrl-C to exit <==", "one", "two ü");
    server.stream("/logtail/cat/stderr", "oops\n");
    ctl("tail", "-f", "cat", "stderr").printed(0, "==> Press Ctrl-C to exit <==", "oops");
  }

  @Test
  void followingAnUnknownLogIsToldOnStandardError() {
    CtlRun run = ctl("tail", "-f", "nope");
    assertThat(run.out()).isEqualTo("==> Press Ctrl-C to exit <==\n");
    assertThat(run.err())
        .isEqualTo(server.url() + "/logtail/nope/stdout Cannot read, status code 404\n");
    assertThat(run.status()).isZero();
  }

  @Test
  void maintailShowsTheServersOwnLog() {
    server
        .answer("supervisor.readLog(-1600, 0)", "long")
        .answer("supervisor.readLog(-5, 0)", "short");
    ctl("maintail").printed(0, "long");
    ctl("maintail", "-5").printed(0, "short");
    server.stream("/mainlogtail", "line\n");
    ctl("maintail", "-f").printed(0, "==> Press Ctrl-C to exit <==", "line");
  }

  @Test
  void maintailRefusesWhatItDoesNotUnderstand() {
    ctl("maintail", "x").printed(1, "Error: bad argument x");
    ctl("maintail", "-x").printed(1, "Error: bad argument -x");
    ctl("maintail", "-1", "-2").complained(1, "Error: too many arguments");
    server.fault("supervisor.readLog", 20, "NO_FILE");
    ctl("maintail").printed(1, "supervisord: ERROR (no log file)");
  }

  @Test
  void foregroundSendsLinesUntilTheInputEnds() {
    server
        .answer("supervisor.getProcessInfo", FakeServer.process("cat", "cat", 20, "RUNNING", 1, ""))
        .answer("supervisor.sendProcessStdin", true);
    CtlRun run = CtlRun.atWithInput(server, "hello\nyou\n", "fg", "cat");
    assertThat(run.out())
        .startsWith("==> Press Ctrl-C to exit <==\n")
        .endsWith("Exiting foreground\n");
    assertThat(server.calls())
        .contains(
            "supervisor.sendProcessStdin(cat, hello\n)", "supervisor.sendProcessStdin(cat, you\n)");
    assertThat(run.status()).isZero();
  }

  @Test
  void foregroundEndsWithTheProcess() {
    server
        .answer("supervisor.getProcessInfo", FakeServer.process("cat", "cat", 20, "RUNNING", 1, ""))
        .fault("supervisor.sendProcessStdin", 70, "NOT_RUNNING: cat");
    CtlRun run = CtlRun.atWithInput(server, "hello\nyou\n", "fg", "cat");
    assertThat(run.out()).endsWith("Process got killed\nExiting foreground\n");
  }

  @Test
  void foregroundRefusesWhatItCannotAttachTo() {
    server
        .fault("supervisor.getProcessInfo(nope)", 10, "BAD_NAME: nope")
        .answer(
            "supervisor.getProcessInfo(dead)",
            FakeServer.process("dead", "dead", 0, "STOPPED", 0, ""));
    ctl("fg").complained(1, "ERROR: no process name supplied");
    ctl("fg", "a", "b").printed(1, "ERROR: too many process names supplied");
    ctl("fg", "nope").printed(1, "ERROR: bad process name supplied");
    ctl("fg", "dead").printed(1, "ERROR: process not running");
  }
}
