package org.steward.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ResiliencePageTest {
  /** The figures differ from run to run; what they are of must not. */
  @Test
  void theTableHasTheRowsItsScriptWrites() throws IOException, InterruptedException {
    Process check =
        new ProcessBuilder("../build/resilience", "--check").redirectErrorStream(true).start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(check.waitFor()).as(said).isZero();
  }
}
