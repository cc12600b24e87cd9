package org.steward.itests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Implementation;
import org.steward.itests.harness.Resources;
import org.steward.itests.harness.Sandbox;

/** Python's {@code xmlrpc.client}: every method, the older names, odd arguments, and the faults. */
class PythonTest {

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @Test
  void everyMethodAnswersAsSupervisors() {
    CompletableFuture<String> expected =
        CompletableFuture.supplyAsync(() -> answers(Implementation.DEBIAN));
    assertThat(answers(Implementation.STEWARD)).isEqualTo(expected.join());
  }

  private String answers(Implementation daemon) {
    Server server = Server.start(sandbox, daemon);
    Command.Result result =
        sandbox
            .command(
                "python3",
                Resources.directory("clients").resolve("every_method.py").toString(),
                server.urlWithPassword())
            .run();
    assertThat(result.err()).as("complaints of Python").isEmpty();
    assertThat(result.status()).isZero();
    return server.general(result.out());
  }
}
