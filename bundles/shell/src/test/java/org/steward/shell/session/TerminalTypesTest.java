package org.steward.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTypesTest {
  @ParameterizedTest
  @CsvSource({
    "xterm-256color,xterm-256color",
    "xterm-kitty,xterm-256color",
    "tmux-256color,screen-256color",
    "linux,ansi",
    "dumb,dumb",
    "vt220,ansi"
  })
  void everyTypeIsTakenForOneThatIsKnown(String type, String known) {
    assertThat(TerminalTypes.known(type)).isEqualTo(known);
  }
}
