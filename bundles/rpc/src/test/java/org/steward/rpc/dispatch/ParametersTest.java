package org.steward.rpc.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ParametersTest {
  static Stream<Arguments> conversions() {
    return Stream.of(
        Arguments.of(ParameterType.STRING, "x", "x"),
        Arguments.of(ParameterType.STRING, new byte[] {'c', 'a', 't'}, "cat"),
        Arguments.of(ParameterType.STRING, new byte[] {(byte) 0xFF}, null),
        Arguments.of(ParameterType.STRING, 5, null),
        Arguments.of(ParameterType.INT, 5, 5),
        Arguments.of(ParameterType.INT, 5_000_000_000L, Integer.MAX_VALUE),
        Arguments.of(ParameterType.INT, " -5 ", -5),
        Arguments.of(ParameterType.INT, "five", null),
        Arguments.of(ParameterType.INT, 5.9, 5),
        Arguments.of(ParameterType.INT, Double.NaN, null),
        Arguments.of(ParameterType.INT, true, 1),
        Arguments.of(ParameterType.INT, List.of(), null),
        Arguments.of(ParameterType.LONG, 5_000_000_000L, 5_000_000_000L),
        Arguments.of(ParameterType.BOOLEAN, false, false),
        Arguments.of(ParameterType.BOOLEAN, 0, false),
        Arguments.of(ParameterType.BOOLEAN, 1, true),
        Arguments.of(ParameterType.BOOLEAN, -1, true),
        Arguments.of(ParameterType.BOOLEAN, 0.0, false),
        Arguments.of(ParameterType.BOOLEAN, "", false),
        Arguments.of(ParameterType.BOOLEAN, "false", true),
        Arguments.of(ParameterType.BOOLEAN, List.of(), false),
        Arguments.of(ParameterType.BOOLEAN, Map.of("a", 1), true),
        Arguments.of(ParameterType.LIST, List.of(1), List.of(1)),
        Arguments.of(ParameterType.LIST, "x", null),
        Arguments.of(ParameterType.MAP, Map.of(), Map.of()),
        Arguments.of(ParameterType.MAP, List.of(), null),
        Arguments.of(ParameterType.ANY, 1.5, 1.5));
  }

  @ParameterizedTest
  @MethodSource("conversions")
  void valuesAreTakenAsSupervisorsPythonTakesThem(
      ParameterType type, Object value, @Nullable Object expected) {
    assertThat(type.convert(value)).isEqualTo(expected);
  }
}
