package org.steward.core.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.steward.api.metrics.MetricsSink;
import org.steward.api.process.ProcessId;
import org.steward.core.output.OutputBench.FakeChild;

class OutputFiguresTest {
  private static final ProcessId CAT = new ProcessId("cat", "cat");

  private final OutputBench bench = new OutputBench();

  /** What each stream is said to have written. */
  private Map<String, Double> told(Set<ProcessId> present) {
    Map<String, Double> told = new TreeMap<>();
    MetricsSink sink =
        new MetricsSink() {
          @Override
          public void gauge(String name, String help, Map<String, String> labels, double value) {
            throw new AssertionError(name);
          }

          @Override
          public void counter(String name, String help, Map<String, String> labels, double value) {
            told.put(labels.get("name") + " " + labels.get("stream"), value);
          }
        };
    bench.loop.figures(() -> present).collect(sink);
    return told;
  }

  @Test
  void bytesAreCountedOverAllRunsWhetherALogKeepsThemOrNot() {
    FakeChild child = bench.child(null, OutputBench.PLAIN);
    child.prints("12345");
    child.drains();
    bench.child(null, OutputBench.PLAIN).prints("123");
    assertThat(told(Set.of(CAT))).isEqualTo(Map.of("cat stdout", 8.0, "cat stderr", 0.0));
  }

  @Test
  void processThatIsGoneForGoodIsForgottenOnceItsLastRunIsOver() {
    FakeChild child = bench.child(null, OutputBench.PLAIN);
    child.prints("12345");
    assertThat(told(Set.of())).hasSize(2);
    child.drains();
    assertThat(told(Set.of())).isEmpty();
    assertThat(told(Set.of(CAT))).isEmpty();
  }
}
