package org.steward.itests.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Rpc;
import org.steward.itests.harness.Sandbox;

/** What the configuration says to a plugin reaches it while it runs. */
class SectionsTest {

  private static final String SLEEPER = "[program:sleeper]\ncommand=sleep 1000\n";

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  private PluginFolder plugins;

  private static String knob(String level) {
    return SLEEPER
        + "[rpcinterface:knob]\nsupervisor.rpcinterface_factory=knob:make\nlevel="
        + level
        + "\n";
  }

  private void start(String configuration) {
    plugins = PluginFolder.in(sandbox, configuration);
    plugins.daemon().awaitRunning("sleeper");
  }

  private void configure(String configuration) {
    plugins.daemon().configure(Rpc.SECTIONS + configuration);
  }

  @AfterEach
  void theProgramWasNotDisturbed() {
    assertThat(plugins.daemon().child("sleeper").isAlive()).isTrue();
    assertThat(plugins.daemon().stop()).isZero();
  }

  @Test
  void aSectionNobodyServesIsNamedUntilItsPluginComes() {
    start(knob("3"));
    plugins.awaitState("knob", "ABSENT", "no bundle provides the RPC namespace 'knob'");
    Knob.jar().into(plugins.file("knob.jar"));
    plugins.awaitState("knob", "ACTIVE", "");
    plugins.awaitAnswer("rpcinterface:knob level 3 in line", "knob.level");
  }

  @Test
  void aChangeReachesThePluginWhenTheConfigurationIsReadAnew() {
    start(knob("3"));
    Knob.jar().into(plugins.file("knob.jar"));
    plugins.awaitAnswer("level 3", "knob.level");
    configure(knob("4"));
    plugins.daemon().ctl("reread");
    plugins.awaitAnswer("level 4", "knob.level");
    configure(knob("5"));
    plugins.daemon().ctl("update");
    plugins.awaitAnswer("level 5", "knob.level");
    configure(SLEEPER);
    plugins.daemon().ctl("update");
    plugins.awaitAnswer("nothing", "knob.level");
    configure(knob("6"));
    plugins.daemon().ctl("update");
    plugins.awaitAnswer("level 6", "knob.level");
  }

  @Test
  void whatAPluginRefusesIsNamedWithFileAndLineAndTheOldStays() {
    start(knob("3"));
    Knob.jar().into(plugins.file("knob.jar"));
    plugins.awaitAnswer("level 3", "knob.level");
    configure(knob("loud"));
    Command.Result reread = plugins.daemon().ctl("reread");
    String all = plugins.daemon().read("supervisord.conf");
    long line = all.substring(0, all.indexOf("level=loud")).lines().count() + 1;
    assertThat(reread.out())
        .contains(
            plugins.daemon().file("supervisord.conf") + ":" + line,
            "expected a whole number from 0 to 10",
            "loud");
    assertThat(reread.status()).isNotZero();
    assertThat(plugins.rpc().call("knob.level")).contains("level 3");
  }

  @Test
  void aSectionThatIsWrongBeforeItsPluginComesIsShownWithThePlugin() {
    start(knob("11"));
    Knob.jar().into(plugins.file("knob.jar"));
    plugins.awaitState("knob", "DEGRADED", "expected a whole number from 0 to 10");
    assertThat(plugins.rpc().call("knob.level")).contains("nothing");
    configure(knob("10"));
    plugins.daemon().ctl("update");
    plugins.awaitAnswer("level 10", "knob.level");
    plugins.awaitState("knob", "ACTIVE", "");
  }
}
