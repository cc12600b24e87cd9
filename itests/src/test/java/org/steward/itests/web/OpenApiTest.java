package org.steward.itests.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.NodeModules;
import org.steward.itests.harness.Rpc;
import org.steward.itests.harness.Sandbox;
import org.steward.itests.page.Site;

/** The API's OpenAPI document: valid as such, and true of every answer. */
class OpenApiTest {
  private static final String PROGRAMS =
      Rpc.SECTIONS
          + """
          [group:shop]
          programs=cat,failing
          [program:cat]
          command=/bin/sh -c 'echo hello; exec cat'
          startsecs=0
          environment=TOKEN="abc",PLACE="here"
          [program:failing]
          command=/nonexistent
          startsecs=0
          startretries=0
          [program:done]
          command=/bin/sh -c 'exit 3'
          startsecs=0
          autorestart=false
          """;

  private static Path scripts;

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @BeforeAll
  static void install() {
    scripts = NodeModules.install("web/openapi");
  }

  @Test
  void theDocumentIsValidAndEveryAnswerAsItSays() {
    Site site = Site.of(sandbox, "", PROGRAMS).start();
    site.daemon().awaitLog("gave up: failing").awaitLog("exited: done").awaitRunning("cat");
    // An update that would do all there is, for the plan to tell of.
    site.daemon()
        .configure(
            site.daemon()
                .read("supervisord.conf")
                .replace("startsecs=0\nautorestart", "startsecs=2\nautorestart")
                .replace("[program:cat]", "[program:more]\ncommand=cat\n[program:cat]"));
    Command.Result result =
        sandbox.command("node", "openapi.js", site.address(""), "shop", "cat").in(scripts).run();
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
    assertThat(result.out())
        .contains("description 3.1.0\n")
        .contains("GET /processes 200 application/json 3\n")
        .contains("GET /logs/{group}/{name}/{stream} 200 text/plain text\n")
        .contains("GET /events 200 text/event-stream text\n")
        .contains("POST /groups/{group}/add 409 application/problem+json object\n");
  }
}
