package org.steward.itests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Implementation;
import org.steward.itests.harness.Resources;
import org.steward.itests.harness.Sandbox;

/** Node's {@code node-supervisord} and {@code xmlrpc}, as npm gives them. */
class NodeTest {

  private static final Path SCRIPTS = Resources.directory("clients").resolve("node");

  /** Outside the classes, so that a compilation does not have them fetched again. */
  private static final Path INSTALLED = SCRIPTS.resolve("../../../node-clients").normalize();

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @BeforeAll
  static void install() throws IOException {
    Files.createDirectories(INSTALLED);
    for (String file : new String[] {"package.json", "calls.js"}) {
      Files.write(INSTALLED.resolve(file), Files.readAllBytes(SCRIPTS.resolve(file)));
    }
    Command.Result result =
        Command.of(
                "npm",
                "install",
                "--prefer-offline",
                "--no-package-lock",
                "--no-audit",
                "--no-fund",
                "--no-update-notifier")
            .in(INSTALLED)
            .with("HOME", System.getProperty("user.home"))
            .run();
    assertThat(result.status()).as("%s", result).isZero();
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
            .in(INSTALLED)
            .run();
    assertThat(result.err()).as("complaints of Node").isEmpty();
    return server.general(result.out());
  }
}
