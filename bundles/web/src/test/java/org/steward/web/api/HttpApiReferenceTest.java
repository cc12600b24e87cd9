package org.steward.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.steward.api.http.Role;
import org.steward.core.spi.security.AuditTrail;
import org.steward.web.FakeSupervisor;
import org.steward.web.live.ProcFs;
import org.steward.web.live.RecentEvents;
import org.steward.web.live.UsageSampler;

/** The reference is written from the table; this says when it is stale, and writes it anew. */
class HttpApiReferenceTest {
  private static final String WRITE = "steward.docs.write";
  private static final Path PAGE = Path.of("../../docs/reference/http-api.md");

  private static List<Endpoint> endpoints() {
    FakeSupervisor supervisor = new FakeSupervisor();
    InstantSource clock = InstantSource.system();
    return Api.endpoints(
        new Api.Parts(
            supervisor,
            new RecentEvents(supervisor::snapshot, clock),
            new UsageSampler(supervisor, new ProcFs(Path.of("/proc")), clock),
            PluginPort.NONE,
            List::of,
            new AuditTrail(supervisor.logs(), clock),
            clock));
  }

  @Test
  void thePageSaysWhatTheTableSays() throws IOException {
    String page = HttpApiReference.page(endpoints());
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE)
        .as(
            "stale: write it with mvn -pl bundles/web -am test -Dtest=HttpApiReferenceTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -D"
                + WRITE
                + "=true")
        .hasContent(page);
  }

  @Test
  void whoMayOnlyReadCanChangeNothing() {
    assertThat(endpoints())
        .allSatisfy(
            endpoint -> {
              assertThat(endpoint.isChange()).isEqualTo(endpoint.method().equals("POST"));
              assertThat(endpoint.isChange()).isEqualTo(endpoint.role() != Role.READ);
            });
  }

  @Test
  void everythingIsExplainedInASentence() {
    assertThat(endpoints()).allMatch(endpoint -> endpoint.summary().endsWith("."));
  }

  @Test
  void operationsHaveNamesOfTheirOwn() {
    String document = Json.writeIndented(OpenApi.of(endpoints(), "1"));
    List<String> ids =
        document
            .lines()
            .filter(line -> line.contains("\"operationId\""))
            .map(String::strip)
            .toList();
    assertThat(ids).hasSize(endpoints().size()).doesNotHaveDuplicates();
  }
}
