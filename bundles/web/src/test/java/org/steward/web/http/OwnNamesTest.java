package org.steward.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnNamesTest {
  private final OwnNames names = new OwnNames(List.of("Public.example"));

  private static HttpFields browser(String host) {
    return HttpFields.build().put("Host", host).put("Accept-Language", "en");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:9001, false",
    "10.1.2.3, false",
    "[::1]:9001, false",
    "localhost:9001, false",
    "supervisor.localhost, false",
    "webserver:9001, false",
    "public.example:9001, false",
    "PUBLIC.example, false",
    "public.example., false",
    "evil.example:9001, true",
    "127.0.0.1.evil.example, true",
    "1.2.3.4.evil.example:9001, true",
    "localhost.evil.example, true",
  })
  void browsersMustUseANameThatIsOurs(String host, boolean astray) {
    assertThat(names.isLedAstray(browser(host))).isEqualTo(astray);
  }

  @ParameterizedTest
  @CsvSource({"Origin, http://evil.example", "Sec-Fetch-Site, same-origin", "Accept-Language, de"})
  void aBrowserIsKnownByWhatItCannotBeKeptFromSending(String header, String value) {
    HttpFields.Mutable headers = HttpFields.build().put("Host", "evil.example");
    assertThat(names.isLedAstray(headers)).isFalse();
    assertThat(names.isLedAstray(headers.put(header, value))).isTrue();
  }

  @Test
  void anyNameMayBeConfigured() {
    assertThat(OwnNames.ANY.isLedAstray(browser("evil.example"))).isFalse();
  }
}
