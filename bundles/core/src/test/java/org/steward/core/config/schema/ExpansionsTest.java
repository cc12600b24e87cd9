package org.steward.core.config.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpansionsTest {
  private static final Map<String, Object> NAMES =
      Map.of("n", 7, "neg", -12, "big", 12345, "name", "web", "a(b)c", "par");

  /** Formats and what Python makes of them with the names above. */
  static String[][] formats() {
    return new String[][] {
      {"plain", "plain"},
      {"%(n)d", "7"},
      {"%(n)s", "7"},
      {"%(n)02d", "07"},
      {"%(n)5d|", "    7|"},
      {"%(n)-5d|", "7    |"},
      {"%(n)+d", "+7"},
      {"%(n) d", " 7"},
      {"%(n)05d", "00007"},
      {"%(neg)05d", "-0012"},
      {"%(n).3d", "007"},
      {"%(n)6.3d|", "   007|"},
      {"%(n)i", "7"},
      {"%(n)u", "7"},
      {"%(big)x", "3039"},
      {"%(big)o", "30071"},
      {"%(big)#x", "0x3039"},
      {"%(big)#o", "0o30071"},
      {"%(big)#X", "0X3039"},
      {"%(neg)x", "-c"},
      {"%(n)ld", "7"},
      {"%(name)s", "web"},
      {"%(name)6s|", "   web|"},
      {"%(name)-6s|", "web   |"},
      {"%(name).2s", "we"},
      {"%(name)5.1s|", "    w|"},
      {"%(name)06s", "   web"},
      {"%%", "%"},
      {"100%%", "100%"},
      {"%(a(b)c)s", "par"},
      {"%%(n)s", "%(n)s"},
      {"a%(n)db%(n)dc", "a7b7c"},
      {"%(n)-05d|", "7    |"},
      {"%(n)+ d", "+7"},
      {"%(neg)5s|", "  -12|"},
      {"%(big)#012x", "0x0000003039"},
    };
  }

  @ParameterizedTest
  @MethodSource("formats")
  void formatsAsPythonDoes(String format, String expected) throws Exception {
    assertThat(format(format)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "50%",
        "a % b",
        "date +%Y",
        "%s",
        "%d",
        "%(n",
        "%(n)",
        "%(n)z",
        "%(n)5",
        "%(name)d",
        "%(name)x",
        "%5%",
        "%(n)%",
        "%(n)*d",
        "%(n)99999d"
      })
  void saysWhatWasExpectedOfABadFormat(String format) {
    assertThatThrownBy(() -> format(format))
        .isInstanceOf(BadValueException.class)
        .hasMessageStartingWith("expected ");
  }

  @Test
  void innerVariablesHideOuterOnes() throws Exception {
    Expansions outer = Expansions.ofEnvironment(Map.of("A", "1", "B", "2"));
    Expansions inner = outer.withEnvironment(Map.of("A", "3"));

    assertThat(inner.expand("%(ENV_A)s%(ENV_B)s", Scope.ENV)).isEqualTo("32");
    assertThat(outer.expand("%(ENV_A)s", Scope.ENV)).isEqualTo("1");
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void aScopeAllowsItsNamesOnly(Scope scope) throws Exception {
    Expansions all = Expansions.ofEnvironment(Map.of("A", "1"));
    for (String name : Scope.PROCESS.names()) {
      all = all.with(name, "x");
    }
    assertThat(all.expand("%(ENV_A)s", scope)).isEqualTo("1");
    for (String name : Scope.PROCESS.names()) {
      Expansions given = all;
      if (scope.names().contains(name)) {
        assertThat(given.expand("%(" + name + ")s", scope)).isEqualTo("x");
      } else {
        assertThatThrownBy(() -> given.expand("%(" + name + ")s", scope))
            .hasMessageContaining("cannot expand %(" + name + ")s")
            .hasMessageContaining("ENV_<variable>");
      }
    }
  }

  @Test
  void aMissingVariableIsNamed() {
    assertThatThrownBy(() -> Expansions.ofEnvironment(Map.of()).expand("%(ENV_X)s", Scope.ENV))
        .hasMessage("cannot expand %(ENV_X)s: expected X to be in the environment");
  }

  private static String format(String text) throws BadValueException {
    return PercentFormat.format(text, name -> NAMES.getOrDefault(name, "?"));
  }
}
