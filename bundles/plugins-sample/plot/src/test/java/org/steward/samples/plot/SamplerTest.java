package org.steward.samples.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.steward.api.event.SupervisorEvent.Tick;
import org.steward.api.process.ProcessState;
import org.steward.api.testing.FakeSupervisor;

class SamplerTest {
  private final FakeSupervisor supervisor =
      new FakeSupervisor()
          .with("web:a", ProcessState.RUNNING, 10)
          .with("cron", ProcessState.STOPPED, 0);

  private final Map<Integer, Use> uses = new HashMap<>();
  private final History history = new History();
  private final Sampler sampler =
      new Sampler(supervisor, pid -> Optional.ofNullable(uses.get(pid)), history);

  private History.Sample sample(long at, int cpuMillis, long memory) {
    uses.put(10, new Use(Duration.ofMillis(cpuMillis), memory));
    sampler.sample(at);
    return history.since(at - 1).getFirst();
  }

  @Test
  void processorTimeIsToldAsTheShareSinceTheLookBefore() {
    assertThat(sample(100, 5000, 7).cpu()).isEqualTo(Map.of("web:a", 0.0));
    assertThat(sample(105, 7500, 8).cpu()).isEqualTo(Map.of("web:a", 50.0));
    assertThat(sample(110, 7500, 9).memory()).isEqualTo(Map.of("web:a", 9L));
  }

  @Test
  void anotherChildOfThatNameBeginsAnew() {
    sample(100, 5000, 7);
    supervisor.with("web:a", ProcessState.RUNNING, 11);
    uses.put(11, new Use(Duration.ofMillis(100), 7));
    sampler.sample(105);
    assertThat(history.since(104).getFirst().cpu()).isEqualTo(Map.of("web:a", 0.0));
  }

  @Test
  void everyProcessCountsInItsState() {
    assertThat(sample(100, 0, 0).states()).isEqualTo(Map.of("RUNNING", 1, "STOPPED", 1));
  }

  @Test
  void ofManyProcessesTheLargestAreTold() {
    for (int i = 1; i <= 30; i++) {
      supervisor.with("p" + i, ProcessState.RUNNING, 100 + i);
      uses.put(100 + i, new Use(Duration.ZERO, i));
    }
    sampler.sample(100);
    assertThat(history.since(0).getFirst().memory())
        .hasSize(Sampler.MOST_LINES)
        .containsKey("p30")
        .doesNotContainKey("p1");
  }

  @Test
  void anHourIsKept() {
    for (int i = 1; i <= History.MOST + 5; i++) {
      sample(i * 5L, 0, 0);
    }
    assertThat(history.since(0)).hasSize(History.MOST);
    assertThat(history.since(0).getFirst().at()).isEqualTo(6 * 5);
    assertThat(history.taken()).isEqualTo(History.MOST + 5);
  }

  @Test
  void ticksAreWhatItSamplesAtAndMetricsTellOfIt() {
    Plot plot = new Plot(supervisor, pid -> Optional.empty());
    plot.onEvent(new Tick(5, 1000));
    Map<String, Double> figures = new HashMap<>();
    plot.collect(new RecordingSink(figures));
    assertThat(plot.history().since(0)).extracting(History.Sample::at).containsExactly(1000L);
    assertThat(figures).containsEntry("steward_plot_samples", 1.0);
    assertThat(figures.get("steward_plot_sample_seconds")).isPositive();
  }

  @Test
  void theKernelTellsOfProcesses() {
    Use own = Use.byKernel((int) ProcessHandle.current().pid()).orElseThrow();
    assertThat(own.memory()).isGreaterThan(1 << 20);
    assertThat(own.cpu()).isPositive();
    assertThat(Use.byKernel(Integer.MAX_VALUE)).isEmpty();
  }
}
