package org.steward.itests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Implementation;
import org.steward.itests.harness.Ports;
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

  @Test
  void answersThatWereWaitedForAreWholeWhateverTheNames() {
    int port = Ports.free();
    sandbox
        .steward(
            """
            [inet_http_server]
            port=127.0.0.1:%d
            [rpcinterface:supervisor]
            supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface
            [program:größe]
            command=sleep 1000
            startsecs=0
            """
                .formatted(port))
        .start()
        .awaitRunning("größe");
    String script =
        """
        import sys, xmlrpc.client
        print(xmlrpc.client.ServerProxy(sys.argv[1]).supervisor.stopProcessGroup("größe"))
        """;
    Command.Result result =
        sandbox.command("python3", "-c", script, "http://127.0.0.1:" + port).run();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .isEqualTo("[{'name': 'größe', 'group': 'größe', 'status': 80, 'description': 'OK'}]\n");
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
