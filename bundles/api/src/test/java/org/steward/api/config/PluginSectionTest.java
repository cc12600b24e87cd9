package org.steward.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PluginSectionTest {
  private static PluginSection section(String key, String value) {
    return new PluginSection("plugin:x", "/s.conf", 3, Map.of(key, value), Map.of(key, 5));
  }

  @Test
  void valuesAreTyped() throws SectionException {
    assertThat(section("k", " 12 ").integer("k", 0, 0, 20)).isEqualTo(12);
    assertThat(section("k", "Yes").flag("k", false)).isTrue();
    assertThat(section("k", "2.5").seconds("k", Duration.ZERO)).hasMillis(2500);
    assertThat(section("k", "64kb").bytes("k", 0)).isEqualTo(65536);
    assertThat(section("k", "a, ,b").list("k")).containsExactly("a", "b");
    assertThat(section("k", "http://x").get("k", URI.create("y"), URI::create))
        .isEqualTo(URI.create("http://x"));
  }

  @Test
  void whatIsNotSetHasItsFallback() throws SectionException {
    PluginSection section = section("other", "");
    assertThat(section.integer("k", 7, 0, 20)).isEqualTo(7);
    assertThat(section.flag("k", true)).isTrue();
    assertThat(section.list("k")).isEmpty();
  }

  @Test
  void whatIsWrongIsToldWithItsPlace() {
    assertRefused(
        () -> section("k", "x").integer("k", 0, 0, 20),
        "/s.conf:5: [plugin:x] k=x: expected a whole number from 0 to 20");
    assertRefused(
        () -> section("k", "perhaps").flag("k", true),
        "/s.conf:5: [plugin:x] k=perhaps: expected true or false");
    assertRefused(
        () -> section("k", "1").required("url"), "/s.conf:3: [plugin:x] expected a value for url");
    assertRefused(
        () -> section("urll", "1").allowOnly("url"),
        "/s.conf:5: [plugin:x] urll=1: unknown key; expected one of url");
  }

  @Test
  void secretsAreNotShown() {
    assertRefused(
        () -> section("api_token", "hush").allowOnly("url"),
        "/s.conf:5: [plugin:x] api_token: unknown key; expected one of url");
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(SectionException.class).hasMessage(message);
  }
}
