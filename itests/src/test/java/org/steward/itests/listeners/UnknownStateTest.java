package org.steward.itests.listeners;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.NeedsRoot;
import org.steward.itests.harness.Pair;
import org.steward.itests.harness.Rpc;
import org.steward.itests.harness.Sandbox;

/**
 * PROCESS_STATE_UNKNOWN comes where a signal cannot be sent: the daemon is root without the
 * capability to kill, and the program another user's.
 */
@NeedsRoot
class UnknownStateTest {

  private static final String CONFIGURATION =
      Rpc.SECTIONS
          + """
          [eventlistener:unknown]
          command=python3 -u %(ENV_PROGRAMS)s/../listeners/childutils_listener.py %(here)s/unknown
          events=PROCESS_STATE_UNKNOWN

          [program:foreign]
          command=sleep 1000
          user=nobody
          """;

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @Test
  void aSignalThatCannotBeSentIsTold() {
    Pair pair = sandbox.pair(CONFIGURATION);
    pair.each(
        daemon -> daemon.startedBy(command -> command.under("setpriv", "--bounding-set=-kill")));
    pair.start();
    pair.awaitLog("success: unknown entered RUNNING").awaitLog("success: foreign entered RUNNING");
    pair.each(daemon -> Rpc.to(daemon).ask("supervisor.stopProcess", "foreign", false));
    pair.each(
        daemon ->
            Await.until(
                "it is told",
                () -> !Received.by(daemon, "unknown").isEmpty(),
                () -> daemon.read("unknown") + daemon.seen()));
    assertThat(Received.by(pair.steward(), "unknown"))
        .isEqualTo(Received.by(pair.debian(), "unknown"))
        .extracting(Received::payload)
        .containsExactly("processname:foreign groupname:foreign from_state:STOPPING");
  }
}
