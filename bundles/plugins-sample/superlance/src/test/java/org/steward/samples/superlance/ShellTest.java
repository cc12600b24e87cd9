package org.steward.samples.superlance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.steward.api.testing.Sections;

class ShellTest {
  @Test
  void aCommandGetsItsInputAndArgumentsAsTheyAre() {
    assertThat(Shell.system().run("cat - ; echo", "in", "a 'b'", "$c")).isEqualTo("ina 'b' $c\n");
  }

  @Test
  void whatACommandComplainsOfIsToldToo() {
    assertThat(Shell.system().run("/no/such/command", "in")).contains("/no/such/command");
  }

  @Test
  void mailGoesThroughTheConfiguredCommand() {
    StringBuilder sent = new StringBuilder();
    Shell shell =
        (command, input, arguments) -> {
          sent.append(command).append('\n').append(input);
          return "";
        };
    Mail.of("memmon", Sections.of("[memmon:box]\nemail=a@b.c\nsendmail_program=mail"), shell)
        .send("process a:a restarted", "why");
    assertThat(sent.toString())
        .isEqualTo("mail\nTo: a@b.c\nSubject: memmon [box]: process a:a restarted\n\nwhy\n");
    Mail.of("memmon", Sections.of("[memmon]"), shell).send("nobody", "is told");
    assertThat(sent.toString()).doesNotContain("nobody");
  }
}
