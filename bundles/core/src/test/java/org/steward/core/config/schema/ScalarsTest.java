package org.steward.core.config.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.steward.core.config.AutoRestart;
import org.steward.core.config.FakeAccounts;
import org.steward.core.config.Host;
import org.steward.core.config.LogLevel;

class ScalarsTest {
  private static final Host HOST = new Host(Map.of(), Path.of("/"), "node", 0, new FakeAccounts());

  static Stream<Arguments> values() {
    return Stream.of(
        arguments(Scalars.BOOLEAN, "true", true),
        arguments(Scalars.BOOLEAN, "YES", true),
        arguments(Scalars.BOOLEAN, "On", true),
        arguments(Scalars.BOOLEAN, "1", true),
        arguments(Scalars.BOOLEAN, "False", false),
        arguments(Scalars.BOOLEAN, "no", false),
        arguments(Scalars.BOOLEAN, "off", false),
        arguments(Scalars.BOOLEAN, "0", false),
        arguments(Scalars.INTEGER, "10", 10),
        arguments(Scalars.INTEGER, " +7 ", 7),
        arguments(Scalars.INTEGER, "-1", -1),
        arguments(Scalars.INTEGER, "1_000", 1000),
        arguments(Scalars.INTEGER, "99999999999", Integer.MAX_VALUE),
        arguments(Scalars.INTEGER, "-99999999999", -Integer.MAX_VALUE),
        arguments(Scalars.BYTES, "0", 0L),
        arguments(Scalars.BYTES, "1024", 1024L),
        arguments(Scalars.BYTES, "1KB", 1024L),
        arguments(Scalars.BYTES, "50mb", 50L << 20),
        arguments(Scalars.BYTES, "3 Gb", 3L << 30),
        arguments(Scalars.BYTES, "99999999999GB", Long.MAX_VALUE),
        arguments(Scalars.OCTAL, "022", 18),
        arguments(Scalars.OCTAL, "0o755", 493),
        arguments(Scalars.OCTAL, "7", 7),
        arguments(Scalars.OCTAL, "7777", 4095),
        arguments(Scalars.SIGNAL, "TERM", 15),
        arguments(Scalars.SIGNAL, "sigint", 2),
        arguments(Scalars.SIGNAL, "Usr1", 10),
        arguments(Scalars.SIGNAL, "CLD", 17),
        arguments(Scalars.SIGNAL, "9", 9),
        arguments(Scalars.SIGNAL, "0", 0),
        arguments(Scalars.SIGNAL, "RTMIN", 34),
        arguments(Scalars.SIGNAL, "64", 64),
        arguments(Scalars.EXIT_CODES, "0", List.of(0)),
        arguments(Scalars.EXIT_CODES, "2, 0,255", List.of(2, 0, 255)),
        arguments(Scalars.EXIT_CODES, "", List.of()),
        arguments(Scalars.AUTO_RESTART, "unexpected", AutoRestart.UNEXPECTED),
        arguments(Scalars.AUTO_RESTART, "TRUE", AutoRestart.ALWAYS),
        arguments(Scalars.AUTO_RESTART, "off", AutoRestart.NEVER),
        arguments(Scalars.LOG_LEVEL, "WARN", LogLevel.WARN),
        arguments(Scalars.LOG_LEVEL, "blather", LogLevel.BLATHER),
        arguments(Scalars.LIST, "a, b ,c", List.of("a", "b", "c")),
        arguments(Scalars.LIST, "", List.of()),
        arguments(Scalars.LIST, "a,", List.of("a", "")),
        arguments(Scalars.NAME, " web_1 ", "web_1"),
        arguments(Scalars.BACKLOG, "65535", 65535),
        arguments(Scalars.BUFFER_SIZE, "1", 1));
  }

  @ParameterizedTest
  @MethodSource("values")
  void readsWhatSupervisorReads(ValueType<?> type, String text, Object expected) throws Exception {
    assertThat(type.parse(text, HOST)).isEqualTo(expected);
  }

  static Stream<Arguments> others() {
    return Stream.of(
        arguments(Scalars.BOOLEAN, ""),
        arguments(Scalars.BOOLEAN, "2"),
        arguments(Scalars.BOOLEAN, " true"),
        arguments(Scalars.INTEGER, ""),
        arguments(Scalars.INTEGER, "1.0"),
        arguments(Scalars.INTEGER, "0x10"),
        arguments(Scalars.INTEGER, "1__0"),
        arguments(Scalars.INTEGER, "_1"),
        arguments(Scalars.BYTES, "5TB"),
        arguments(Scalars.BYTES, "KB"),
        arguments(Scalars.BYTES, "1.5MB"),
        arguments(Scalars.OCTAL, "8"),
        arguments(Scalars.OCTAL, ""),
        arguments(Scalars.OCTAL, "-1"),
        arguments(Scalars.OCTAL, "100000"),
        arguments(Scalars.SIGNAL, "FOO"),
        arguments(Scalars.SIGNAL, "SIG"),
        arguments(Scalars.SIGNAL, "33"),
        arguments(Scalars.SIGNAL, "65"),
        arguments(Scalars.SIGNAL, "-1"),
        arguments(Scalars.EXIT_CODES, "256"),
        arguments(Scalars.EXIT_CODES, "0,"),
        arguments(Scalars.EXIT_CODES, "a"),
        arguments(Scalars.AUTO_RESTART, "sometimes"),
        arguments(Scalars.LOG_LEVEL, "warning"),
        arguments(Scalars.NAME, "a b"),
        arguments(Scalars.NAME, "a:b"),
        arguments(Scalars.NAME, "a/b"),
        arguments(Scalars.BACKLOG, "0"),
        arguments(Scalars.BUFFER_SIZE, "0"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void saysWhatWasExpectedOfOthers(ValueType<?> type, String text) {
    assertThatThrownBy(() -> type.parse(text, HOST))
        .isInstanceOf(BadValueException.class)
        .hasMessageStartingWith("expected ");
  }
}
