package org.steward.rpc.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.steward.rpc.Wire;

class AnswerWriterTest {
  private static final Limits LIMITS = new Limits(1000, 20, 100, 30, 2_000, 1_000);

  private static String written(Object value) {
    return new String(AnswerWriter.result(value, LIMITS), UTF_8);
  }

  /** Captured from Supervisor 4.2.5. */
  @Test
  void resultsHaveSupervisorsLayout() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("statecode", 1);
    state.put("statename", "RUNNING");
    assertThat(written(state))
        .isEqualTo(
            """
            <?xml version='1.0'?>
            <methodResponse>
            <params>
            <param>
            <value><struct>
            <member>
            <name>statecode</name>
            <value><int>1</int></value>
            </member>
            <member>
            <name>statename</name>
            <value><string>RUNNING</string></value>
            </member>
            </struct></value>
            </param>
            </params>
            </methodResponse>
            """);
    assertThat(written(List.of("", 11, true)))
        .isEqualTo(
            """
            <?xml version='1.0'?>
            <methodResponse>
            <params>
            <param>
            <value><array><data>
            <value><string></string></value>
            <value><int>11</int></value>
            <value><boolean>1</boolean></value>
            </data></array></value>
            </param>
            </params>
            </methodResponse>
            """);
  }

  /** Captured from Supervisor 4.2.5. */
  @Test
  void faultsHaveSupervisorsLayout() {
    assertThat(new String(AnswerWriter.fault(1, "UNKNOWN_METHOD"), UTF_8))
        .isEqualTo(
            """
            <?xml version='1.0'?>
            <methodResponse>
            <fault>
            <value><struct>
            <member>
            <name>faultCode</name>
            <value><int>1</int></value>
            </member>
            <member>
            <name>faultString</name>
            <value><string>UNKNOWN_METHOD</string></value>
            </member>
            </struct></value>
            </fault>
            </methodResponse>
            """);
  }

  static Stream<String> texts() {
    return Stream.of(
        "",
        "plain",
        "a&b<c>d\"e'f]]>g",
        "tab\tline\nreturn\rboth\r\nend",
        "\u00FC\u20AC\u0800\u07FF\u007F\u0085\u2028\uFFFD",
        "\uD83D\uDE00 and \uDBFF\uDFFD");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void textSurvivesAParser(String text) {
    assertThat(Wire.parse(AnswerWriter.result(text, LIMITS))).isEqualTo(text);
  }

  @Test
  void whatXmlCannotCarryIsReplaced() {
    String bad = "a\u0000b\u001B[31mc\uFFFEd\uFFFFe\uD83Df\uDE00g\uD83D";
    assertThat(Wire.parse(AnswerWriter.result(bad, LIMITS)))
        .isEqualTo("a\uFFFDb\uFFFD[31mc\uFFFDd\uFFFDe\uFFFDf\uFFFDg\uFFFD");
    assertThat(Wire.parse(AnswerWriter.fault(30, "\u0001")))
        .hasToString(new Wire.FaultAnswer(30, "\uFFFD").toString());
  }

  @Test
  void everyCharacterOfTheBmpIsAnswered() {
    StringBuilder all = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    for (int c = 0; c <= 0xFFFF; c++) {
      all.append((char) c).append(' ');
      boolean carried = c >= ' ' && !Character.isSurrogate((char) c) && c < 0xFFFE;
      expected.append(carried || c == '\t' || c == '\n' || c == '\r' ? (char) c : '\uFFFD');
      expected.append(' ');
    }
    byte[] answer = AnswerWriter.result(all.toString(), Limits.forHeap(64 << 20));
    assertThat(Wire.parse(answer)).isEqualTo(expected.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-1, -1",
    "2147483647, 2147483647",
    "2147483648, 2147483647",
    "9223372036854775807, 2147483647",
    "-9223372036854775808, -2147483648"
  })
  void numbersAreCappedTo32Bits(long number, int expected) {
    assertThat(Wire.parse(AnswerWriter.result(number, LIMITS))).isEqualTo(expected);
  }

  @Test
  void bytesAreTextAndUndecodableOnesReplaced() {
    byte[] bytes = {'a', (byte) 0xFF, (byte) 0xC3, (byte) 0xBC};
    assertThat(Wire.parse(AnswerWriter.result(bytes, LIMITS))).isEqualTo("a\uFFFD\u00FC");
  }

  static Stream<Object> nonsense() {
    return Stream.of(
        1.5,
        new Object(),
        'c',
        new int[] {1},
        Map.of(1, "x"),
        Arrays.asList("x", null),
        List.of(List.of(2.5f)));
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void whatXmlRpcHasNoWordsForIsRefused(Object value) {
    assertThatThrownBy(() -> written(value)).isInstanceOf(UnwritableValue.class);
  }

  @Test
  void nullAndValuesInThemselvesAreRefused() {
    assertThatThrownBy(() -> AnswerWriter.result(null, LIMITS)).isInstanceOf(UnwritableValue.class);
    List<Object> loop = new ArrayList<>();
    loop.add(loop);
    assertThatThrownBy(() -> written(loop)).hasMessageContaining("deeper");
  }

  @Test
  void answersOverTheLimitAreRefused() {
    assertThat(written("x".repeat(1_800))).hasSizeLessThan(2_000);
    assertThatThrownBy(() -> written("x".repeat(2_000))).isInstanceOf(AnswerTooLarge.class);
    assertThatThrownBy(() -> written("\u20AC".repeat(700))).isInstanceOf(AnswerTooLarge.class);
  }
}
