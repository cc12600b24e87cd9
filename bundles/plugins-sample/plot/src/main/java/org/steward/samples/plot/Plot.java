package org.steward.samples.plot;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.steward.api.control.Supervisor;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.Tick;
import org.steward.api.event.SupervisorEventHandler;
import org.steward.api.metrics.MetricsSink;
import org.steward.api.metrics.MetricsSource;

/** Samples every five seconds, and tells in {@code /metrics} how often and how long it took. */
@Component(
    service = {SupervisorEventHandler.class, MetricsSource.class, Plot.class},
    property = SupervisorEventHandler.EVENTS + "=TICK_5")
public final class Plot implements SupervisorEventHandler, MetricsSource {
  private final History history = new History();
  private final Sampler sampler;
  private volatile double seconds;

  /** Called by Declarative Services. */
  @Activate
  public Plot(@Reference Supervisor supervisor) {
    this(supervisor, Use::byKernel);
  }

  Plot(Supervisor supervisor, Use.Meter meter) {
    sampler = new Sampler(supervisor, meter, history);
  }

  History history() {
    return history;
  }

  @Override
  public void onEvent(SupervisorEvent event) {
    if (event instanceof Tick tick) {
      long began = System.nanoTime();
      sampler.sample(tick.when());
      seconds = (System.nanoTime() - began) / 1e9;
    }
  }

  @Override
  public void collect(MetricsSink sink) {
    sink.counter(
        "steward_plot_samples",
        "Looks at all processes since the start.",
        Map.of(),
        history.taken());
    sink.gauge("steward_plot_sample_seconds", "How long the last look took.", Map.of(), seconds);
  }
}
