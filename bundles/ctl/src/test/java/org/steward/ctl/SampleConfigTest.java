package org.steward.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steward.ctl.options.ClientOptions;

class SampleConfigTest {

  @TempDir Path directory;

  private static String sample() {
    return new String(SampleConfig.text(), StandardCharsets.UTF_8);
  }

  @Test
  void supervisorctlFindsTheServerOfTheSample() throws Exception {
    Path file = Files.writeString(directory.resolve("s.conf"), sample());
    ClientOptions options =
        ClientOptions.read(new String[] {"-c", file.toString()}, "supervisorctl");
    assertThat(options.serverUrl()).isEqualTo("unix:///tmp/supervisor.sock");
    assertThat(sample()).contains("\nfile=/tmp/supervisor.sock ");
  }

  @Test
  void everySectionThereIsHasItsSample() {
    assertThat(sample())
        .contains(
            "[unix_http_server]",
            "[inet_http_server]",
            "[supervisord]",
            "[rpcinterface:supervisor]")
        .contains("[supervisorctl]", "[program:", "[eventlistener:", "[group:", "[include]");
  }

  /** A comment after a value needs white space before it, or it would become part of the value. */
  @Test
  void remarksAreNotPartOfValues() {
    assertThat(sample().lines().filter(line -> !line.startsWith(";") && line.contains(";")))
        .allSatisfy(line -> assertThat(line).containsPattern("\\s;"));
  }
}
