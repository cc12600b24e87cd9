package org.steward.core.spi.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
  @ParameterizedTest
  @CsvSource({
    "DB_PASSWORD, x, ••••••",
    "apiToken, x, ••••••",
    "AWS_SECRET_ACCESS_KEY, x, ••••••",
    "LOG_LEVEL, debug, debug",
    "URL, postgres://u:pw@h/d, postgres://u:••••••@h/d",
    "URL, redis://:pw@h, redis://:••••••@h",
    "URL, http://h:80/a@b, http://h:80/a@b",
  })
  void whatLooksLikeASecretIsMasked(String name, String value, String shown) {
    assertThat(Secrets.masked(name, value)).isEqualTo(shown);
  }
}
