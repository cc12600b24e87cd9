package org.steward.itests.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.AtTerminal;
import org.steward.itests.harness.AtTerminal.Step;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Implementation;
import org.steward.itests.harness.Sandbox;

/** {@code supervisorctl shell}. */
class ShellTest {
  private static final String PROMPT = "supervisor> ";

  private static final String CONFIGURATION =
      """
      [unix_http_server]
      file=%(here)s/supervisor.sock
      username=admin
      password=secret

      [rpcinterface:supervisor]
      supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface

      [supervisorctl]
      serverurl=unix://%(here)s/supervisor.sock
      username=admin
      password=secret

      [program:web]
      command=sleep 1000
      startsecs=0

      [program:off]
      command=sleep 1000
      autostart=false
      """;

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  private Daemon daemon;

  @BeforeEach
  void start() {
    daemon = sandbox.steward(CONFIGURATION).start().awaitAnswer();
    daemon.awaitRunning("web");
  }

  private Command shell(String... words) {
    String[] all = new String[words.length + 1];
    all[0] = "shell";
    System.arraycopy(words, 0, all, 1, words.length);
    return daemon.supervisorctl(Implementation.STEWARD, all);
  }

  @Test
  void aCommandGivenAsArgumentsIsRunAndItsStatusKept() {
    Command.Result one = shell("supervisor:status", "web").run();
    assertThat(one.out()).startsWith("web  RUNNING  pid ");
    assertThat(one.status()).isZero();
    assertThat(shell("supervisor:status").run().status()).isEqualTo(3);
    Command.Result unknown = shell("nonsense").run();
    assertThat(unknown.err()).contains("Command not found: nonsense");
    assertThat(unknown.status()).isEqualTo(127);
  }

  @Test
  void linesThatArePipedInAreRun() {
    Command.Result result = shell().run("supervisor:start off\nstatus | grep -c RUNNING\n");
    assertThat(result.out()).isEqualTo("off: started\n2\n");
    daemon.awaitRunning("off");
  }

  @Test
  void atATerminalWordsAreCompletedCommandsInterruptedAndExitLeavesTheDaemonRunning() {
    Command.Result result =
        AtTerminal.run(
            shell(),
            new Step(PROMPT, "stat\twe\t\r"),
            new Step("RUNNING  pid ", null),
            new Step(PROMPT, "events\r"),
            new Step("events\n", AtTerminal.CTRL_C),
            new Step(PROMPT, "signal USR\t"),
            new Step("USR", AtTerminal.CTRL_C),
            new Step(PROMPT, "exit\r"));
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
    assertThat(daemon.isRunning()).isTrue();
    daemon.awaitLog("audit: admin from unix by shell: opens session");
    daemon.awaitLog("audit: admin from unix by shell: closes session");
  }

  @Test
  void ctrlDLeaves() {
    Command.Result result = AtTerminal.run(shell(), new Step(PROMPT, AtTerminal.CTRL_D));
    assertThat(result.status()).isZero();
    assertThat(daemon.isRunning()).isTrue();
  }

  @Test
  void aWrongPasswordIsRefused() {
    Command.Result result =
        daemon.supervisorctl(Implementation.STEWARD, "-p", "wrong", "shell", "status").run();
    assertThat(result.out()).contains("401");
    assertThat(result.status()).isNotZero();
  }

  @Test
  void aSessionEndsWithItsClient() {
    Command.Result result = shell("echo begun; events").runUntil("begun");
    assertThat(result.status()).isNotZero();
    daemon.awaitLog("audit: admin from unix by shell: closes session");
  }

  @Test
  void stoppingTheFrameworkStopsTheProgramsFirst() {
    shell("felix:stop 0").run();
    assertThat(daemon.awaitExit()).isZero();
    assertThat(daemon.read("supervisord.log")).contains("stopped: web (terminated by SIGTERM)");
  }
}
