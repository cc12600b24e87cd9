package org.steward.core.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.steward.core.config.ActivityLogConfig;
import org.steward.core.config.LogLevel;
import org.steward.core.output.OutputBench.FakeChild;

/** Processes that outlive the child whose pipe they write to. */
class OrphansTest {
  private static final String LOG = "/log/cat.log";

  private final OutputBench bench =
      new OutputBench(
          new OutputSettings(
              new ActivityLogConfig(OutputBench.ACTIVITY_LOG, 0, 0, LogLevel.INFO),
              false,
              false,
              true));

  @AfterEach
  void noDescriptorWasMisused() {
    assertThat(bench.kernel.misuses()).isEmpty();
  }

  @Test
  void whatALeftBehindProcessWritesStillGetsIntoTheLog() {
    FakeChild child = bench.child(LOG, OutputBench.PLAIN);
    child.puts("last words\n");
    child.drains();
    assertThat(bench.notices).endsWith("drained " + child.token);
    child.prints("from the grave\n");
    assertThat(bench.file(LOG)).isEqualTo("last words\nfrom the grave\n");
    assertThat(bench.activity()).doesNotContain("held open");
    bench.advance(Duration.ofSeconds(11));
    assertThat(bench.activity())
        .contains("stdout of 'cat' is held open by a process it left behind");
  }

  @Test
  void itIsReadOnceThoughTheDaemonIsReplacedWhileTheLastEventsOfItsChildWait() {
    FakeChild child = bench.child(LOG, OutputBench.capturing(0, true));
    bench.roomForEvents = false;
    child.prints("last words\n");
    child.drains();
    bench.replace();
    bench.roomForEvents = true;
    bench.advance(Duration.ofMillis(20));
    child.drains();
    child.prints("from the grave\n");
    assertThat(bench.file(LOG)).isEqualTo("last words\nfrom the grave\n");
    child.closes();
    bench.advance(Duration.ofSeconds(3));
    assertThat(child.pipeOpen()).isFalse();
    assertThat(bench.activity()).doesNotContain("cannot watch");
  }

  @Test
  void thePipeIsClosedWithItsLastHolder() {
    FakeChild child = bench.child(LOG, OutputBench.PLAIN);
    child.drains();
    child.closes();
    assertThat(child.pipeOpen()).isFalse();
  }

  @Test
  void aPipeNobodyHoldsIsClosedAtOnce() {
    FakeChild child = bench.child(LOG, OutputBench.PLAIN);
    child.puts("done\n");
    bench.kernel.close(child.childEnd());
    child.drains();
    assertThat(child.pipeOpen()).isFalse();
    assertThat(bench.file(LOG)).isEqualTo("done\n");
    bench.advance(Duration.ofSeconds(11));
    assertThat(bench.activity()).doesNotContain("held open");
  }

  @Test
  void leftBehindProcessesMakeNoEvents() {
    FakeChild child = bench.child(LOG, OutputBench.capturing(100, true));
    child.drains();
    child.prints("quiet <!--XSUPERVISOR:BEGIN-->");
    assertThat(bench.events).isEmpty();
    assertThat(bench.file(LOG)).isEqualTo("quiet <!--XSUPERVISOR:BEGIN-->");
  }

  @Test
  void thereIsALimitToThem() {
    List<FakeChild> children = new ArrayList<>();
    for (int i = 0; i <= Orphans.MOST; i++) {
      FakeChild child = bench.child(LOG, OutputBench.PLAIN);
      child.drains();
      children.add(child);
    }
    assertThat(children.getFirst().pipeOpen()).isFalse();
    assertThat(children.subList(1, children.size())).allMatch(FakeChild::pipeOpen);
    assertThat(bench.activity()).contains("no longer reading stdout of 'cat'");
  }

  @Test
  void theEndOfTheDaemonTakesWhatIsThere() {
    FakeChild child = bench.child(LOG, OutputBench.PLAIN);
    child.drains();
    child.puts("at the very end\n");
    bench.end();
    assertThat(bench.file(LOG)).isEqualTo("at the very end\n");
    assertThat(child.pipeOpen()).isFalse();
  }
}
