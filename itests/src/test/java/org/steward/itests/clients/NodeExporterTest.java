package org.steward.itests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Implementation;
import org.steward.itests.harness.Ports;
import org.steward.itests.harness.Sandbox;

/** Prometheus' node exporter with its collector for supervisord, which asks over XML-RPC. */
class NodeExporterTest {

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @Test
  void figuresAreSupervisors() throws Exception {
    CompletableFuture<String> expected =
        CompletableFuture.supplyAsync(() -> figures(Implementation.DEBIAN));
    assertThat(figures(Implementation.STEWARD))
        .isEqualTo(expected.join())
        .contains("node_supervisord_up{group=\"cat\",name=\"cat\"} 1")
        .contains("node_supervisord_up{group=\"late\",name=\"late\"} 0");
  }

  private String figures(Implementation daemon) {
    Server server = Server.start(sandbox, daemon);
    int port = Ports.free();
    Process exporter =
        sandbox
            .command(
                "prometheus-node-exporter",
                "--collector.disable-defaults",
                "--collector.supervisord",
                "--collector.supervisord.url=" + server.urlWithPassword() + "/RPC2",
                "--web.listen-address=127.0.0.1:" + port)
            .start(server.daemon().file("exporter.log"));
    try {
      server.daemon().awaitFile("exporter.log", "istening on");
      return get(port)
          .lines()
          .filter(line -> line.startsWith("node_supervisord_") || line.contains("_success"))
          .map(line -> line.replaceAll("(time_seconds\\{.*}) [1-9].*", "$1 TIME"))
          .collect(Collectors.joining("\n"));
    } finally {
      exporter.destroy();
    }
  }

  private static String get(int port) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI metrics = URI.create("http://127.0.0.1:" + port + "/metrics");
      return client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
