package org.steward.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameSiteTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // site, origin, referer, forwarded host: foreign?
        "-, -, -, -, false",
        "none, -, -, -, false",
        "same-origin, -, -, -, false",
        "same-site, -, -, -, true",
        "cross-site, -, -, -, true",
        "same-origin, http://other, -, -, false",
        "cross-site, http://host:9001, -, -, true",
        "-, http://host:9001, -, -, false",
        "-, http://HOST:9001, -, -, false",
        "-, http://host, -, -, true",
        "-, http://host:9002, -, -, true",
        "-, null, -, -, true",
        "-, http://evil.example, http://host:9001/, -, true",
        "-, -, http://host:9001/index.html, -, false",
        "-, -, http://evil.example/host:9001, -, true",
        "-, -, http://host:9001@evil.example/, -, true",
        "-, -, nonsense <>, -, true",
        "-, -, https://public.example/supervisor/, public.example, false",
      })
  void tellsForeignPagesFromOurOwn(
      String site, String origin, String referer, String forwardedHost, boolean foreign) {
    HttpFields.Mutable headers = HttpFields.build().put("Host", "host:9001");
    put(headers, "Sec-Fetch-Site", site);
    put(headers, "Origin", origin);
    put(headers, "Referer", referer);
    put(headers, "X-Forwarded-Host", forwardedHost);
    assertThat(SameSite.isForeign(headers)).isEqualTo(foreign);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, -, false",
        "en, -, -, true",
        "en, none, -, false",
        "en, -, http://host:9001/, false",
      })
  void browserThatHidesWhereItComesFromIsNoScript(
      String language, String site, String referer, boolean unexplained) {
    HttpFields.Mutable headers = HttpFields.build();
    put(headers, "Accept-Language", language);
    put(headers, "Sec-Fetch-Site", site);
    put(headers, "Referer", referer);
    assertThat(SameSite.isUnexplained(headers)).isEqualTo(unexplained);
  }

  private static void put(HttpFields.Mutable headers, String name, String value) {
    if (value != null) {
      headers.put(name, value);
    }
  }
}
