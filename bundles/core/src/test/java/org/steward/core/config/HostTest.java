package org.steward.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostTest {
  @TempDir Path directory;

  @Test
  void temporaryFilesGoWhereTheEnvironmentSays() {
    assertThat(host(Map.of("TMPDIR", directory.toString())).tempDirectory()).isEqualTo(directory);
    assertThat(host(Map.of("TMP", directory.toString())).tempDirectory()).isEqualTo(directory);
  }

  @Test
  void aPlaceThatIsNotThereIsPassedOver() {
    Map<String, String> environment = Map.of("TMPDIR", "/nonexistent", "TEMP", "");
    assertThat(host(environment).tempDirectory()).isEqualTo(Path.of("/tmp"));
  }

  @Test
  void theCurrentHostIsThisOne() {
    Host host = Host.current(Map.of("A", "1"));
    assertThat(host.environment()).isEqualTo(Map.of("A", "1"));
    assertThat(host.directory()).isAbsolute();
    assertThat(host.nodeName()).isNotBlank();
    assertThat(host.uid()).isNotNegative();
  }

  private Host host(Map<String, String> environment) {
    return new Host(environment, directory, "node", 0, new FakeAccounts());
  }
}
