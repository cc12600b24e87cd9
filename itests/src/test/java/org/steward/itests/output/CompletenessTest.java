package org.steward.itests.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Sandbox;

/** Nothing a child wrote is missing, however soon it is gone. */
class CompletenessTest {

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @Test
  void allThatWasWrittenBeforeAnExitIsInTheLog() throws Exception {
    Daemon daemon =
        sandbox
            .steward(
                """
                [program:burst]
                command=dd if=/dev/zero bs=4096 count=50 status=none
                process_name=%(process_num)02d
                numprocs=50
                startsecs=0
                autorestart=false
                stdout_logfile=%(here)s/burst%(process_num)02d.log
                """)
            .start()
            .awaitLog("; expected)", 50);
    for (int i = 0; i < 50; i++) {
      assertThat(Files.size(daemon.file("burst%02d.log".formatted(i)))).isEqualTo(204_800);
    }
  }

  @Test
  void allThatWasWrittenWhileStoppingIsInTheLog() {
    Daemon daemon =
        sandbox
            .steward(
                """
                [program:farewell]
                command=sh -c "trap 'seq 1 30000; exit 0' TERM; echo ready; while :; do sleep 0.1; done"
                stdout_logfile=%(here)s/farewell.log
                """)
            .start()
            .awaitFile("farewell.log", "ready");
    assertThat(daemon.stop()).isZero();
    assertThat(daemon.read("farewell.log")).hasLineCount(30001).endsWith("\n30000\n");
  }

  @Test
  void aDescendantThatLivesOnDoesNotHoldTheEndBack() {
    Daemon daemon =
        sandbox
            .steward(
                """
                [program:parent]
                command=sh -c "sleep 1000 & echo started; sleep 1.5"
                autorestart=false
                stdout_logfile=%(here)s/parent.log
                """)
            .start()
            .awaitLog("exited: parent (exit status 0; expected)");
    assertThat(daemon.read("parent.log")).isEqualTo("started\n");
    assertThat(daemon.stop()).isZero();
  }
}
