package org.steward.samples.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steward.api.config.SectionException;
import org.steward.api.testing.Sections;

class SettingsTest {
  static Settings settings(String keys) throws SectionException {
    return Settings.of(
        Sections.of(
            "[webhook:ops]\nurl=https://ops.example/hook\nevents=PROCESS_STATE_FATAL\n" + keys));
  }

  @Test
  void onlyAddressAndEventsAreNeeded() throws Exception {
    Settings settings = settings("");
    assertThat(settings.url()).isEqualTo(URI.create("https://ops.example/hook"));
    assertThat(settings.events()).containsExactly("PROCESS_STATE_FATAL");
    assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.retries()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          url=ops.example             | 4: [webhook:ops] url=ops.example: expected an address
          url=ftp://ops.example/      | 4: [webhook:ops] url=ftp://ops.example/: expected an address
          events=TICK_5, FATAL        | 4: [webhook:ops] events=TICK_5, FATAL: 'FATAL' is no event
          retries=many                | 4: [webhook:ops] retries=many: expected a whole number
          timeout=0                   | 4: [webhook:ops] timeout=0: expected more than 0
          header=Authorization        | 4: [webhook:ops] header=Authorization: expected a header
          retry_delay=3               | 4: [webhook:ops] retry_delay=3: unknown key
          """)
  void aMistakeIsToldWithItsLine(String key, String message) {
    assertThatThrownBy(() -> settings(key))
        .isInstanceOf(SectionException.class)
        .hasMessageStartingWith("supervisord.conf:" + message);
  }

  @Test
  void anAddressMustBeGiven() {
    assertThatThrownBy(() -> Settings.of(Sections.of("[webhook:ops]\nevents=TICK_5")))
        .hasMessage("supervisord.conf:1: [webhook:ops] expected a value for url");
  }
}
