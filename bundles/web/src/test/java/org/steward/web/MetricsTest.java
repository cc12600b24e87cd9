package org.steward.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.steward.api.process.ProcessState;

/** What monitoring asks. */
class MetricsTest {
  @AutoClose final TestSite site = TestSite.onTcp();
  @AutoClose final RawClient client = site.client();

  @BeforeEach
  void open() {
    site.supervisor.with("web", "a \"b\"", ProcessState.RUNNING, "");
  }

  private String metrics() throws IOException {
    return client.get("/metrics").response();
  }

  @Test
  void figuresOfProcessesAreTold() throws IOException {
    assertThat(metrics())
        .contains("\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n")
        .contains("# TYPE steward_process_up gauge\n")
        .contains("steward_process_up{group=\"web\",name=\"a \\\"b\\\"\"} 1.0\n")
        .contains("steward_process_restarts_total{group=\"web\",name=\"a \\\"b\\\"\"} 0.0\n")
        .contains("steward_process_uptime_seconds{group=\"web\",name=\"a \\\"b\\\"\"} 60.0\n");
  }

  @Test
  void figuresOfTheDaemonAreTold() throws IOException {
    assertThat(metrics())
        .contains("steward_build_info{")
        .contains("steward_state 1.0\n")
        .contains("process_cpu_seconds_total ")
        .contains("jvm_heap_used_bytes ")
        .contains("jvm_gc_collections_total{gc=")
        .contains("jvm_classes_loaded ")
        .contains("steward_http_requests_total{status=\"2xx\"} 0.0\n")
        .contains("steward_http_requests_pending 1.0\n");
    assertThat(metrics()).contains("steward_http_requests_total{status=\"2xx\"} 1.0\n");
  }

  @Test
  void openMetricsIsSpokenToThoseWhoAskForIt() throws IOException {
    client.send(
        "GET /metrics HTTP/1.1\r\nHost: x\r\nAccept: application/openmetrics-text;"
            + "version=1.0.0\r\n\r\n");
    assertThat(client.response())
        .contains("Content-Type: application/openmetrics-text; version=1.0.0; charset=utf-8")
        .endsWith("# EOF\n");
  }

  @Test
  void pluginsAddTheirFigures() throws IOException {
    site.metrics.add(
        sink -> {
          sink.gauge("shop_orders", "Orders.", Map.of("kind", "open"), 3);
          sink.counter("shop_sales", "Sales.", Map.of(), 7);
        });
    assertThat(metrics())
        .contains("shop_orders{kind=\"open\"} 3.0\n")
        .contains("shop_sales_total 7.0\n");
  }

  @Test
  void pluginThatFailsCostsItsOwnFiguresOnly() throws IOException {
    site.metrics.add(
        sink -> {
          throw new IllegalStateException("no");
        });
    site.metrics.add(sink -> sink.gauge("steward_state", "Taken.", Map.of(), 1));
    site.metrics.add(sink -> sink.gauge("no name", "Bad.", Map.of(), 1));
    site.metrics.add(sink -> sink.counter("negative", "Bad.", Map.of(), -1));
    site.metrics.add(sink -> sink.gauge("good", "Good.", Map.of(), 1));
    assertThat(metrics()).contains("good 1.0\n").doesNotContain("negative");
    assertThat(site.reports).filteredOn(line -> line.contains("figures of")).hasSizeBetween(3, 4);
  }

  @Test
  void healthIsTold() throws IOException {
    assertThat(client.get("/healthz").response()).startsWith("HTTP/1.1 200 ").endsWith("RUNNING\n");
    assertThat(client.get("/readyz").response()).startsWith("HTTP/1.1 200 ").endsWith("ready\n");
    site.supervisor.with("bad", "bad", ProcessState.FATAL, "");
    assertThat(client.get("/readyz").response())
        .startsWith("HTTP/1.1 503 ")
        .endsWith("bad FATAL\n");
    assertThat(client.get("/healthz").response()).startsWith("HTTP/1.1 200 ");
  }
}
