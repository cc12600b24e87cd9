package org.steward.plugins.ctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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

  private String text(String name, List<String> arguments) {
    return commands.run(name, arguments).toCompletableFuture().join().text();
  }

  /** Returns when it may. */
  private record Stuck(CountDownLatch released) implements CtlCommand {
    @Override
    public String help(String command) {
      return command;
    }

    @Override
    public Answer run(String command, List<String> arguments) throws InterruptedException {
      released.await();
      return Answer.of("");
    }
  }

  @Test
  @Timeout(60)
  void commandsThatDoNotReturnKeepNobodyElseFromRunning() {
    CountDownLatch released = new CountDownLatch(1);
    commands.add(List.of("stuck"), new Stuck(released), 1);
    commands.add(List.of("a"), new Echo(""), 2);
    List<CompletionStage<?>> runs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      runs.add(commands.run("stuck", List.of()));
    }
    assertThatThrownBy(() -> commands.run("stuck", List.of()))
        .hasMessageContaining("8 runs of stuck and its like have not returned");
    assertThat(text("a", List.of())).isEqualTo("a[]");
    released.countDown();
    runs.forEach(run -> run.toCompletableFuture().join());
  }

  @Test
  void aCommandRunsUnderEachOfItsNames() {
    commands.add(List.of("b", "a"), new Echo(">"), 1);
    assertThat(commands.names()).containsExactly("a", "b");
    assertThat(text("b", List.of("x"))).isEqualTo(">b[x]");
    assertThat(commands.help("a")).isEqualTo("a\tSay it");
  }

  @Test
  void theFirstOfANameCountsAndTheNextTakesOverWhenItGoes() {
    Echo first = new Echo("1");
    commands.add(List.of("a"), first, 1);
    commands.add(List.of("a", "no name"), new Echo("2"), 2);
    assertThat(text("a", List.of())).isEqualTo("1a[]");
    assertThat(commands.rejections()).extracting(Rejection::bundle).containsExactly(2L, 2L);
    commands.remove(first);
    assertThat(text("a", List.of())).isEqualTo("2a[]");
  }

  @Test
  void aCommandThatIsNotThereIsABadName() {
    assertThatThrownBy(() -> commands.run("a", List.of()))
        .isInstanceOf(SupervisorFault.class)
        .hasMessageContaining("BAD_NAME");
  }
}
