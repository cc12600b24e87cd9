package org.steward.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {
  @ParameterizedTest
  @CsvSource({
    "a=b, b",
    "a=b+c, b c",
    "a=b%20c, b c",
    "a=%C3%BC, ü",
    "a=100%, 100%",
    "a=%zz, %zz",
    "a=%2, %2",
    "a=first&a=second, first",
    "%61=b, b",
    "a=b=c, b=c",
    "x=1&a=b&y=2, b"
  })
  void decodesValues(String query, String expected) {
    assertThat(Parameters.of(query, "").get("a")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"a=", "a", "''", "&&", "=b", "b=a"})
  void emptyValuesCountAsAbsent(String query) {
    assertThat(Parameters.of(query, "").get("a")).isNull();
  }

  @Test
  void postedFormOverridesQuery() {
    assertThat(Parameters.of("a=query&b=kept", "a=first&a=form").get("a")).isEqualTo("form");
    assertThat(Parameters.of("a=query&b=kept", "a=form").get("b")).isEqualTo("kept");
  }

  @Test
  void bytesThatAreNotUtf8ShowAsReplacement() {
    assertThat(Parameters.of("a=%ff", "").get("a")).isEqualTo("\uFFFD");
  }
}
