package org.steward.itests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Implementation;
import org.steward.itests.harness.Resources;
import org.steward.itests.harness.Sandbox;

/** Supervisor's own end-to-end tests, which Debian's package brings along, on our programs. */
class UpstreamTest {

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @Test
  @Timeout(600)
  void itsEndToEndTestsPass() {
    Path programs = Path.of(Implementation.STEWARD.command("supervisord")).getParent();
    Command.Result result =
        sandbox
            .command(
                "/usr/bin/python3",
                Resources.directory("clients").resolve("upstream/run.py").toString(),
                programs.toString())
            .with("TERM", "xterm")
            .run();
    assertThat(result.err()).containsPattern("Ran [2-9]\\d tests").endsWith("OK\n");
    assertThat(result.status()).isZero();
  }
}
