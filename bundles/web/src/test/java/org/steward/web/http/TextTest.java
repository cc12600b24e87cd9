package org.steward.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steward.api.process.ProcessId;

class TextTest {
  @Test
  void htmlHasNothingToBreakOutWith() {
    assertThat(Html.escape("<a href=\"x\" o='y'>&\u0000\u001b[1m\tü\n"))
        .isEqualTo("&lt;a href=&quot;x&quot; o=&#39;y&#39;&gt;&amp;\uFFFD\uFFFD[1m\tü\n");
  }

  @Test
  void urlsKeepOnlyWhatMeansNothingInThem() {
    assertThat(Urls.encode("group:a b/ü&<~")).isEqualTo("group%3Aa%20b/%C3%BC%26%3C~");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"web, web:web", "a:b, a:b", "a:b:c, a:b:c", "a:*, -", "a:, -", ":b, :b"})
  void namesMeanOneProcessOrNone(String text, String expected) {
    ProcessId id = Names.parse(text);
    assertThat(id == null ? null : id.qualifiedName()).isEqualTo(expected);
  }
}
