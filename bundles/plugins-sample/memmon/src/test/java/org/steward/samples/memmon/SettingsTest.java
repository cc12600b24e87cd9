package org.steward.samples.memmon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steward.api.config.SectionException;
import org.steward.api.testing.Sections;

class SettingsTest {
  private static Settings settings(String keys) throws SectionException {
    return Settings.of(Sections.of("[memmon]\n" + keys));
  }

  @Test
  void sizesAndTimesHaveTheOriginalsUnits() throws Exception {
    Settings settings = settings("program=a=10, g:b=2kb\ngroup=g=3MB\nany=1GB\nuptime=2h");
    assertThat(settings.programs()).isEqualTo(Map.of("a", 10L, "g:b", 2048L));
    assertThat(settings.groups()).isEqualTo(Map.of("g", 3L << 20));
    assertThat(settings.any()).isEqualTo(1L << 30);
    assertThat(settings.uptime()).isEqualTo(7200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          program=a         | 2: [memmon] program=a: expected name=size
          group=g=1TB       | 2: [memmon] group=g=1TB: expected name=size
          any=much          | 2: [memmon] any=much: expected a number of bytes
          uptime=1w         | 2: [memmon] uptime=1w: expected a time
          programs=a=1      | 2: [memmon] programs=a=1: unknown key
          cumulative=true   | 1: [memmon] expected a limit
          """)
  void aMistakeIsToldWithItsLine(String key, String message) {
    assertThatThrownBy(() -> settings(key))
        .isInstanceOf(SectionException.class)
        .hasMessageStartingWith("supervisord.conf:" + message);
  }
}
