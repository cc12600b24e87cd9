package org.steward.itests.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Resources;
import org.steward.itests.harness.Rpc;
import org.steward.itests.harness.Sandbox;
import org.steward.itests.page.Site;

/** {@code /metrics} as Prometheus's own parsers read it, compared with what /proc and RPC tell. */
class MetricsTest {
  private static final String PROGRAMS =
      Rpc.SECTIONS
          + """
          [program:sleeper]
          command=sleep 1000
          startsecs=0
          numprocs=3
          process_name=no%(process_num)d
          [program:off]
          command=sleep 1000
          autostart=false
          [eventlistener:ear]
          command=cat
          events=TICK_60
          [program:talker]
          command=/bin/sh -c 'printf 12345; printf 123 >&2; exec sleep 1000'
          startsecs=0
          stdout_logfile=NONE
          """;

  /** One name at least of all that is promised. */
  private static final List<String> PROMISED =
      List.of(
          "steward_process_state{group=sleeper,name=no0}",
          "steward_process_restarts_total{group=sleeper,name=no0}",
          "steward_process_cpu_seconds_total{group=sleeper,name=no0}",
          "steward_process_resident_memory_bytes{group=sleeper,name=no0}",
          "steward_process_open_fds{group=sleeper,name=no0}",
          "steward_process_log_bytes{group=talker,name=talker,stream=stderr}",
          "steward_event_pool_waiting{pool=ear}",
          "steward_loop_longest_turn_seconds{}",
          "steward_loop_busy_seconds_total{}",
          "steward_loop_mailbox_messages{}",
          "jvm_heap_used_bytes{}",
          "jvm_threads{}");

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  /** The figures in one of the formats. Debian's Python, as the parser is Debian's. */
  private Map<String, Double> figures(Site site, String format, String accepted) {
    Command.Result text =
        sandbox.command("curl", "-sS", "-H", "Accept: " + accepted, site.address("/metrics")).run();
    String script = Resources.directory("web").resolve("metrics.py").toString();
    Command.Result read = sandbox.command("/usr/bin/python3", script, format).run(text.out());
    assertThat(read.status()).as(read.err() + text.out()).isZero();
    return read.out()
        .lines()
        .collect(
            Collectors.toMap(
                line -> line.substring(0, line.lastIndexOf(' ')),
                line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
  }

  private static double kilobytes(Proc process) {
    return Double.parseDouble(process.status("VmRSS").replace("kB", "").strip());
  }

  @ParameterizedTest
  @CsvSource({"openmetrics, application/openmetrics-text;version=1.0.0", "prometheus, text/plain"})
  void figuresAreThoseOfTheSystem(String format, String accepted) {
    Site site = Site.of(sandbox, "", PROGRAMS).start();
    site.daemon().awaitRunning("no2");
    Proc victim = site.daemon().awaitRunning("no1");
    victim.kill();
    Await.until("it is started again", () -> !site.daemon().child("no1").equals(victim));
    String key = "steward_process_restarts_total{group=sleeper,name=no1}";
    Await.until("the restart is counted", () -> figures(site, format, accepted).get(key) == 1.0);

    Map<String, Double> figures = figures(site, format, accepted);
    Proc child = site.daemon().child("no0");
    String labels = "{group=sleeper,name=no0}";
    assertThat(figures.get("steward_process_resident_memory_bytes" + labels) / 1024)
        .isBetween(kilobytes(child) / 2, kilobytes(child) * 2);
    assertThat(figures.get("steward_process_open_fds" + labels))
        .isEqualTo(child.descriptors().size());
    assertThat(figures.get("steward_process_threads" + labels)).isEqualTo(1);
    assertThat(figures.get("steward_process_restarts_total" + labels)).isZero();
    assertThat(figures.get("process_resident_memory_bytes{}") / 1024)
        .isBetween(kilobytes(site.daemon().proc()) / 2, kilobytes(site.daemon().proc()) * 2);
    Map<String, Double> up =
        figures.entrySet().stream()
            .filter(figure -> figure.getKey().startsWith("steward_process_up{"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    String all = Rpc.to(site.daemon()).call("supervisor.getAllProcessInfo");
    assertThat(up).hasSize(all.split("<name>statename</name>", -1).length - 1);
    assertThat(up.values().stream().mapToDouble(Double::doubleValue).sum()).isEqualTo(5);
    assertThat(up.get("steward_process_up{group=off,name=off}")).isZero();
  }

  @Test
  void allThatIsPromisedIsThere() {
    Site site = Site.of(sandbox, "", PROGRAMS).start();
    site.daemon().awaitRunning("talker");
    String key = "steward_process_output_bytes_total{group=talker,name=talker,stream=%s}";
    String accepted = "application/openmetrics-text;version=1.0.0";
    Await.until(
        "what it wrote is counted",
        () -> {
          Map<String, Double> now = figures(site, "openmetrics", accepted);
          return now.get(key.formatted("stdout")) == 5.0 && now.get(key.formatted("stderr")) == 3.0;
        });
    assertThat(figures(site, "openmetrics", accepted))
        .containsKeys(PROMISED.toArray(String[]::new));
  }

  @Test
  void typesAreDeclaredForTheirFormat() {
    Site site = Site.of(sandbox, "", PROGRAMS).start();
    Command curl = sandbox.command("curl", "-sSi", site.address("/metrics"));
    assertThat(curl.run().out()).contains("text/plain").contains("# TYPE steward_process_up gauge");
    assertThat(curl.and("-H", "Accept: application/openmetrics-text;version=1.0.0").run().out())
        .contains("application/openmetrics-text")
        .endsWith("# EOF\n");
  }
}
