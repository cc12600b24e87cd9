package org.steward.plugins.ctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.steward.api.control.SupervisorFault;
import org.steward.api.ctl.CtlCommand;
import org.steward.plugins.ctl.CtlCommands.Rejection;

class CtlCommandsTest {
  private final CtlCommands commands = new CtlCommands();

  private record Echo(String prefix) implements CtlCommand {
    @Override
    public String help(String command) {
      return command + "\tSay it";
    }

    @Override
    public Answer run(String command, List<String> arguments) {
      return Answer.of(prefix + command + arguments);
    }
  }

  @Test
  void aCommandRunsUnderEachOfItsNames() throws Exception {
    commands.add(List.of("b", "a"), new Echo(">"), 1);
    assertThat(commands.names()).containsExactly("a", "b");
    assertThat(commands.run("b", List.of("x")).text()).isEqualTo(">b[x]");
    assertThat(commands.help("a")).isEqualTo("a\tSay it");
  }

  @Test
  void theFirstOfANameCountsAndTheNextTakesOverWhenItGoes() throws Exception {
    Echo first = new Echo("1");
    commands.add(List.of("a"), first, 1);
    commands.add(List.of("a", "no name"), new Echo("2"), 2);
    assertThat(commands.run("a", List.of()).text()).isEqualTo("1a[]");
    assertThat(commands.rejections()).extracting(Rejection::bundle).containsExactly(2L, 2L);
    commands.remove(first);
    assertThat(commands.run("a", List.of()).text()).isEqualTo("2a[]");
  }

  @Test
  void aCommandThatIsNotThereIsABadName() {
    assertThatThrownBy(() -> commands.run("a", List.of()))
        .isInstanceOf(SupervisorFault.class)
        .hasMessageContaining("BAD_NAME");
  }
}
