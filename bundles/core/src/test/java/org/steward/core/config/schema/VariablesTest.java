package org.steward.core.config.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.core.config.FakeAccounts;
import org.steward.core.config.Host;

class VariablesTest {
  private static final Host HOST = new Host(Map.of(), Path.of("/"), "node", 0, new FakeAccounts());

  static Stream<Arguments> environments() {
    return Stream.of(
        arguments("", Map.of()),
        arguments("A=1", Map.of("A", "1")),
        arguments("A=1,", Map.of("A", "1")),
        arguments("A=\"1\",B=\"2\"", Map.of("A", "1", "B", "2")),
        arguments(" A = 1 , B = 2 ", Map.of("A", "1", "B", "2")),
        arguments("A='x y',B=2", Map.of("A", "x y", "B", "2")),
        arguments("A=\"it's\"", Map.of("A", "it's")),
        arguments("A=\"q\\\"q\"", Map.of("A", "q\"q")),
        arguments("A=a:b/c.d+e-f(g)_1", Map.of("A", "a:b/c.d+e-f(g)_1")),
        arguments("A=\"a\\\\b\\n\"", Map.of("A", "a\\b\\n")),
        arguments("A='a\\b'", Map.of("A", "a\\b")),
        arguments("A=a\\ b", Map.of("A", "a b")),
        arguments("A=\"\"", Map.of("A", "")),
        arguments("A=a\"b\"'c'", Map.of("A", "abc")),
        arguments("A=é", Map.of("A", "é")),
        arguments("A=\"日本\"", Map.of("A", "日本")),
        arguments("A=\"1\n2\"", Map.of("A", "1\n2")),
        arguments("A=1,\n  B=2", Map.of("A", "1", "B", "2")),
        arguments("A=1;B=2", Map.of("A", "1", "B", "2")),
        arguments("A=1,A=2", Map.of("A", "2")),
        arguments("\"A\"=1", Map.of("A", "1")),
        arguments("A==1", Map.of("A", "=")));
  }

  @ParameterizedTest
  @MethodSource("environments")
  void readsWhatSupervisorReads(String text, Map<String, String> expected) throws Exception {
    assertThat(Variables.TYPE.parse(text, HOST).values()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A",
        "A=",
        "=1",
        ",A=1",
        "A=1,B",
        "A=1,,B=2",
        "A=\"1",
        "A='1",
        "A=\\",
        "A=a~b",
        "A=1 B=2",
        "A=a~b,B=1",
        "A=1\n  B=2"
      })
  void saysWhatWasExpectedOfOthers(String text) {
    assertThatThrownBy(() -> Variables.TYPE.parse(text, HOST))
        .isInstanceOf(BadValueException.class)
        .hasMessageStartingWith("expected ");
  }

  @Test
  void tellsWhatSupervisorPassesOver() throws Exception {
    assertThat(Variables.TYPE.parse("A=x y", HOST).ignored()).containsExactly("y");
    assertThat(Variables.TYPE.parse("A=日本", HOST).ignored()).containsExactly("本");
    assertThat(Variables.TYPE.parse("A=a#b", HOST).ignored()).containsExactly("#b");
    assertThat(Variables.TYPE.parse("A=1,B=2;C=3", HOST).ignored()).isEmpty();
  }

  @Test
  void keepsTheOrderGiven() throws Exception {
    assertThat(Variables.TYPE.parse("C=1,A=2,B=3", HOST).values().keySet())
        .containsExactly("C", "A", "B");
  }
}
