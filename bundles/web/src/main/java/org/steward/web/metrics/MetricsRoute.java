package org.steward.web.metrics;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.Supervisor;
import org.steward.api.metrics.MetricsSource;
import org.steward.web.http.Exchange;
import org.steward.web.http.Route;
import org.steward.web.http.Traffic;
import org.steward.web.live.ProcFs;

/**
 * {@code /metrics}: all figures at this moment, in OpenMetrics' text where the client takes it,
 * else in Prometheus's.
 */
public final class MetricsRoute implements Route {
  private final List<MetricsSource> own;
  private final Supplier<List<MetricsSource>> plugins;
  private final Consumer<String> warnings;
  private final ExpositionFormatWriter openMetrics = OpenMetricsTextFormatWriter.create();
  private final ExpositionFormatWriter text = PrometheusTextFormatWriter.create();

  /**
   * @param own figures of this platform
   * @param plugins the sources of other bundles
   * @param warnings told of sources that fail
   */
  public MetricsRoute(
      List<MetricsSource> own, Supplier<List<MetricsSource>> plugins, Consumer<String> warnings) {
    this.own = List.copyOf(own);
    this.plugins = plugins;
    this.warnings = warnings;
  }

  /**
   * The figures of the daemon, its processes and the web server.
   *
   * @param clock tells the time of day
   */
  public static List<MetricsSource> figures(
      Supervisor supervisor, Traffic traffic, ProcFs proc, InstantSource clock) {
    return List.of(
        new DaemonFigures(supervisor, proc),
        new JvmFigures(),
        new HttpFigures(traffic),
        new ProcessFigures(supervisor, proc, clock));
  }

  @Override
  public void handle(Exchange exchange) throws IOException {
    if (!exchange.isRead()) {
      exchange.response().getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
      exchange.refuse(HttpStatus.METHOD_NOT_ALLOWED_405);
      return;
    }
    Families families = new Families();
    own.forEach(source -> source.collect(families));
    plugins.get().forEach(source -> collect(source, families));
    ExpositionFormatWriter writer = writer(exchange.request().getHeaders().get(HttpHeader.ACCEPT));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(out, families.snapshots());
    exchange.replyPacked(HttpStatus.OK_200, writer.getContentType(), out.toByteArray());
  }

  private void collect(MetricsSource source, Families families) {
    try {
      Families foreign = new Families();
      source.collect(foreign);
      families.addAll(foreign);
    } catch (RuntimeException | LinkageError e) { // another bundle's code may throw anything
      warnings.accept("figures of " + source.getClass().getName() + " are left out: " + e);
    }
  }

  private ExpositionFormatWriter writer(@Nullable String accept) {
    return accept != null && openMetrics.accepts(accept) ? openMetrics : text;
  }
}
