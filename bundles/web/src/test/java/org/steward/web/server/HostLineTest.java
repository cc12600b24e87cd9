package org.steward.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET / HTTP/1.1~~|GET / HTTP/1.1~Host: localhost~~",
        "GET / HTTP/1.1~Accept: x~~|GET / HTTP/1.1~Host: localhost~Accept: x~~",
        "GET / HTTP/1.1~Accept: x~host: ~X: y~~body|GET / HTTP/1.1~Accept: x~Host: localhost~X: y~~body",
        "GET / HTTP/1.1~Host: ~~~|GET / HTTP/1.1~Host: localhost~~~",
        "GET / HTTP/1.1~HOST: a~~|GET / HTTP/1.1~HOST: a~~",
        "GET / HTTP/1.1~X-Host: a~~|GET / HTTP/1.1~Host: localhost~X-Host: a~~",
        "GET / HTTP/1.1~Accept: x~~Host: a|GET / HTTP/1.1~Host: localhost~Accept: x~~Host: a",
        "GET / HTTP/1.1~Accept|GET / HTTP/1.1~Accept",
        "nonsense~~|nonsense~~",
        "~~|~~",
      })
  void everyRequestNamesAHost(String request, String expected) {
    assertThat(HostLine.repair(request.replace("~", "\r\n")))
        .isEqualTo(expected.replace("~", "\r\n"));
  }
}
