package org.steward.itests.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Sandbox;

/** A plugin judges what a listener answers, under the name that the configuration has for it. */
class ResultHandlerTest {

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @Test
  void resultsWaitForTheHandlerThatIsConfigured() {
    PluginFolder plugins =
        PluginFolder.in(
            sandbox,
            """
            [eventlistener:told]
            command=python3 -u %(ENV_PROGRAMS)s/../listeners/worded_listener.py %(here)s/told HEARD
            events=REMOTE_COMMUNICATION
            result_handler=some.module:handler
            """);
    Daemon daemon = plugins.daemon();
    daemon.awaitRunning("told");
    plugins.rpc().call("supervisor.sendRemoteCommEvent", "first", "");
    plugins.rpc().call("supervisor.sendRemoteCommEvent", "second", "");
    daemon.awaitLog("pool told: no result handler 'some.module:handler' is installed");
    assertThat(daemon.read("told")).contains("type:first").doesNotContain("type:second");
    Judge.jar().into(plugins.file("judge.jar"));
    daemon.awaitFile("told", "type:second");
    plugins.rpc().call("supervisor.sendRemoteCommEvent", "third", "");
    daemon.awaitFile("told", "type:third");
    assertThat(daemon.read("told")).containsOnlyOnce("type:first");
    assertThat(daemon.stop()).isZero();
  }
}
