package org.steward.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Methods called by name. */
class CallTest extends ServerTest {

  private static Map<String, Object> struct(Object... namesAndValues) {
    Map<String, Object> struct = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      struct.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return struct;
  }

  @Test
  void argumentsAreTypedByTheirLook() {
    server.answer("x.y", "ok");
    ctl("x.y", "12", "-3", "true", "false", "two words", "99999999999", "", "'12'")
        .printed(0, "ok");
    assertThat(server.calls()).containsExactly("x.y(12, -3, 1, 0, two words, 99999999999, , 12)");
  }

  @Test
  void inTheShellQuotesKeepWordsTogether() {
    server.answer("supervisor.getAllProcessInfo", List.of()).answer("x.y", "ok");
    CtlRun.atWithInput(server, "x.y 'a b' \"c \\\" d\" e\\ f \"\" g'h'\n");
    assertThat(server.calls()).contains("x.y(a b, c \" d, e f, , gh)");
  }

  @Test
  void anUnclosedQuoteIsAnError() {
    server.answer("supervisor.getAllProcessInfo", List.of());
    assertThat(CtlRun.atWithInput(server, "x.y 'a\n").out())
        .contains("error: x.y: ")
        .contains("lack a closing '");
  }

  @Test
  void scalarsAreShownBare() {
    server.answer("a.s", "text\nmore").answer("a.i", 5).answer("a.b", true);
    ctl("a.s").printed(0, "text", "more");
    ctl("a.i").printed(0, "5");
    ctl("a.b").printed(0, "true");
  }

  @Test
  void aStructIsShownAsLines() {
    server.answer("a.b", struct("name", "cat", "longer", 5, "list", List.of(1, List.of())));
    ctl("a.b").printed(0, "name    cat", "longer  5", "list    [1, []]");
  }

  @Test
  void aListOfStructsIsShownAsATable() {
    server.answer(
        "a.b",
        List.of(
            struct("name", "cat", "pid", 12), struct("name", "a-long-one", "note", "two\nlines")));
    ctl("a.b")
        .printed(0, "name        pid  note", "cat         12", "a-long-one       two\\nlines");
  }

  @Test
  void otherListsAreShownALineEach() {
    server
        .answer("a.b", List.of("one", 2, List.of("x", struct("k", "v"))))
        .answer("a.none", List.of());
    ctl("a.b").printed(0, "one", "2", "[x, {k: v}]");
    ctl("a.none").printed(0);
  }

  @Test
  void aFaultIsToldWithItsNumber() {
    server.fault("supervisor.stopProcess", 10, "BAD_NAME: x");
    ctl("supervisor.stopProcess", "x")
        .printed(1, "supervisor.stopProcess: ERROR (BAD_NAME: x, fault 10)");
    ctl("no.such").printed(1, "no.such: ERROR (UNKNOWN_METHOD, fault 1)");
  }

  @Test
  void wordsThatOnlyResembleMethodsAreNoCalls() {
    ctl("a..b").printed(1, "*** Unknown syntax: a..b");
    ctl("a.").printed(1, "*** Unknown syntax: a.");
    ctl("9.b").printed(1, "*** Unknown syntax: 9.b");
    assertThat(server.calls()).containsOnly("plugins.ctlCommands()");
  }
}
