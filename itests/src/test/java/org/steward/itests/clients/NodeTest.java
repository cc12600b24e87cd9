package org.steward.itests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Implementation;
import org.steward.itests.harness.NodeModules;
import org.steward.itests.harness.Sandbox;

/** Node's {@code node-supervisord} and {@code xmlrpc}, as npm gives them. */
class NodeTest {

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  private static Path installed;

  @BeforeAll
  static void install() {
    installed = NodeModules.install("clients/node");
  }

  @Test
  void answersAreSupervisors() {
    CompletableFuture<String> expected =
        CompletableFuture.supplyAsync(() -> answers(Implementation.DEBIAN));
    assertThat(answers(Implementation.STEWARD)).isEqualTo(expected.join());
  }

  private String answers(Implementation daemon) {
    Server server = Server.start(sandbox, daemon);
    Command.Result result =
        sandbox
            .command(
                "node",
                "--no-deprecation",
                "calls.js",
                "" + server.port(),
                server.daemon().file("s.sock").toString(),
                Server.USER,
                Server.PASSWORD)
            .in(installed)
            .run();
    assertThat(result.err()).as("complaints of Node").isEmpty();
    return server.general(result.out());
  }
}
