package org.steward.samples.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.api.ctl.CtlCommand.Answer;
import org.steward.api.process.SupervisorState;
import org.steward.api.testing.FakeSupervisor;

class CacheTest {
  private final FakeSupervisor supervisor = new FakeSupervisor();
  private final CacheNamespace cache = new CacheNamespace(supervisor);
  private final CacheCommands commands = new CacheCommands(cache);

  @Test
  void keepsValuesUntilTheyAreDeleted() {
    cache.store("b", "2");
    cache.store("a", "1");
    cache.store("a", "one");
    assertThat(cache.getKeys()).containsExactly("a", "b");
    assertThat(cache.fetch("a")).isEqualTo("one");
    cache.delete("a");
    cache.delete("a");
    assertThat(cache.getCount()).isEqualTo(1);
    cache.clear();
    assertThat(cache.getCount()).isZero();
  }

  @Test
  void aKeyThatIsNotThereOrEmptyIsABadName() {
    assertThatThrownBy(() -> cache.fetch("nope")).satisfies(CacheTest::isBadName);
    assertThatThrownBy(() -> cache.store("", "x")).satisfies(CacheTest::isBadName);
    assertThatThrownBy(() -> cache.store(7, "x")).satisfies(CacheTest::isBadName);
  }

  private static void isBadName(Throwable thrown) {
    assertThat(((SupervisorFault) thrown).fault()).isEqualTo(Fault.BAD_NAME);
  }

  @Test
  void nothingIsAnsweredWhileTheDaemonShutsDown() {
    supervisor.is(SupervisorState.SHUTDOWN);
    assertThatThrownBy(cache::getKeys).hasMessage("SHUTDOWN_STATE");
    assertThatThrownBy(() -> cache.store("a", "x")).hasMessage("SHUTDOWN_STATE");
  }

  @Test
  void commandsDoTheSame() {
    assertThat(commands.run("cache_store", List.of("k", "v"))).isEqualTo(Answer.of(""));
    assertThat(commands.run("cache_fetch", List.of("k"))).isEqualTo(Answer.of("v"));
    assertThat(commands.run("cache_keys", List.of())).isEqualTo(Answer.of("k"));
    assertThat(commands.run("cache_count", List.of())).isEqualTo(Answer.of("1"));
  }

  @Test
  void aWrongNumberOfArgumentsIsAnsweredWithTheUsage() {
    assertThat(commands.run("cache_store", List.of("k")))
        .isEqualTo(Answer.failed(commands.help("cache_store")));
  }
}
