package org.steward.itests.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Implementation;
import org.steward.itests.harness.Sandbox;

/** The scripts in {@code bin/}. */
class ScriptsTest {

  private static final String SHOW_ENVIRONMENT =
      """
      [program:show]
      command=env
      startsecs=0
      autorestart=false
      stdout_logfile=%(here)s/environment
      """;

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  private static Path bin() {
    return Path.of(Implementation.STEWARD.command("supervisord")).getParent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"supervisord -v", "supervisorctl -h", "echo_supervisord_conf"})
  void runsThroughALinkThatHasAnotherName(String commandLine) throws IOException {
    String[] words = commandLine.split(" ");
    Files.createSymbolicLink(sandbox.directory().resolve("first"), bin().resolve(words[0]));
    Files.createSymbolicLink(sandbox.directory().resolve("second"), Path.of("first"));
    words[0] = "./second";
    Command.Result result = sandbox.command(words).run();
    assertThat(result.status()).isZero();
    assertThat(result.out()).isNotEmpty();
    assertThat(result.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"./supervisord -v", "sh supervisord -v", "../bin/supervisord -v"})
  void runsByARelativePath(String commandLine) {
    Command.Result result = sandbox.command(commandLine.split(" ")).in(bin()).run();
    assertThat(result.out()).matches("\\d+\\.\\d+\\.\\d+\n");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void daemonHasThePidOfTheScript() {
    Daemon daemon = sandbox.steward("").start();
    assertThat(daemon.read("supervisord.pid").strip()).isEqualTo("" + daemon.proc().pid());
    assertThat(daemon.stop()).isZero();
  }

  @Test
  void optionsForJavaProgramsReachTheProgramsOnly() {
    Daemon daemon =
        sandbox
            .steward(SHOW_ENVIRONMENT)
            .startedBy(command -> command.with("JAVA_TOOL_OPTIONS", "-Xbogus  'two words'"))
            .start()
            .awaitFile("environment", "JAVA_TOOL_OPTIONS=-Xbogus  'two words'\n");
    assertThat(daemon.read("environment"))
        .doesNotContain("_JAVA_SR_SIGNUM")
        .doesNotContain("STEWARD_KEPT");
    assertThat(daemon.read("console")).doesNotContain("Picked up");
    assertThat(daemon.stop()).isZero();
  }

  @Test
  void optionsForTheDaemonGoBeforeItsOwn() {
    Command.Result result =
        sandbox
            .steward("")
            .command("-v")
            .with("STEWARD_JAVA_OPTS", "-Xmx64m -XX:+PrintCommandLineFlags")
            .run();
    assertThat(result.out()).contains("MaxHeapSize=67108864");
    assertThat(result.status()).isZero();
  }

  @Test
  void signalsWorkWhereEnvCannotBlockThem() throws IOException {
    Path stub = sandbox.write("env", "#!/bin/sh\nexit 125\n");
    Command.of("chmod", "755", stub.toString()).run();
    Daemon daemon =
        sandbox
            .steward("[program:sleeper]\ncommand=sleep 1000\n")
            .startedBy(command -> command.with("PATH", sandbox.directory() + ":/usr/bin:/bin"))
            .start();
    daemon.awaitLog("spawned: 'sleeper'");
    daemon.signal("HUP");
    daemon.awaitLog("received SIGHUP").awaitLog("spawned: 'sleeper'", 2);
    assertThat(daemon.stop()).isZero();
  }
}
