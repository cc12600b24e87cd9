package org.steward.samples.httpok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steward.api.config.SectionException;
import org.steward.api.testing.Sections;

class SettingsTest {
  private static Settings settings(String keys) throws SectionException {
    return Settings.of(Sections.of("[httpok:shop]\nurl=http://localhost:8080/tasty\n" + keys));
  }

  @Test
  void defaultsAreTheOriginals() throws Exception {
    Settings settings = settings("");
    assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.codes()).containsExactly(200);
    assertThat(settings.gcore()).isEqualTo("/usr/bin/gcore -o");
    assertThat(settings.eager()).isTrue();
    assertThat(settings.any()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          url=localhost:8080  | 3: [httpok:shop] url=localhost:8080: expected an address
          code=2xx            | 3: [httpok:shop] code=2xx: expected statuses
          timeout=0           | 3: [httpok:shop] timeout=0: expected more than 0
          eager=sometimes     | 3: [httpok:shop] eager=sometimes: expected true or false
          status=200          | 3: [httpok:shop] status=200: unknown key
          """)
  void aMistakeIsToldWithItsLine(String key, String message) {
    assertThatThrownBy(() -> settings(key))
        .isInstanceOf(SectionException.class)
        .hasMessageStartingWith("supervisord.conf:" + message);
  }
}
