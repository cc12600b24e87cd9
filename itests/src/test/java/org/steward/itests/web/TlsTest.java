package org.steward.itests.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Implementation;
import org.steward.itests.harness.Sandbox;
import org.steward.itests.page.Site;

/** TLS with a key and a certificate made, and clients called, as the page on secure access says. */
class TlsTest {
  private static final Path PAGE = Path.of("../docs/how-to/secure.md");

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  private Site site;
  private String clients;

  @BeforeEach
  void start() throws IOException {
    String commands =
        Files.readString(PAGE).split("To try it:\\s+```sh\n", 2)[1].split("```", 2)[0];
    int afterOpenssl = commands.indexOf("curl ");
    String access =
        "certfile=%1$s/server.crt\nkeyfile=%1$s/server.key\n".formatted(sandbox.directory())
            + "users=\n  mon read looking\n  bob operate working\n";
    site =
        Site.of(
            sandbox,
            access,
            """
            [rpcinterface:supervisor]
            supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface
            [program:sleeper]
            command=sleep 1000
            startsecs=0
            """);
    clients =
        commands
            .substring(afterOpenssl)
            .replace(":9443", ":" + site.port())
            .replace("mon:...", "mon:looking")
            .replace("-u bob", "-u bob -p working")
            .replace(
                "runtime/bin/keytool", Implementation.STEWARD.command("../runtime/bin/keytool"))
            .replace("bin/supervisorctl", Implementation.STEWARD.command("supervisorctl"));
    assertThat(shell(commands.substring(0, afterOpenssl)).status()).isZero();
    site.start().daemon().awaitRunning("sleeper");
  }

  private Command.Result shell(String commands) {
    String path = Path.of(System.getProperty("java.home"), "bin") + ":/usr/bin:/bin";
    return sandbox.command("sh", "-ec", commands).with("PATH", path).run();
  }

  @Test
  void clientsThatKnowTheCertificateAreServed() {
    Command.Result result = shell(clients);
    assertThat(result.out())
        .as("%s", result)
        .contains("\"identifier\":")
        .containsPattern("sleeper +RUNNING");
    assertThat(result.status()).isZero();
  }

  @Test
  void pythonMakesSureOfTheCertificateByName() {
    String script =
        """
        import ssl, sys, urllib.request
        context = ssl.create_default_context(cafile="server.crt")
        with urllib.request.urlopen(sys.argv[1], context=context) as answer:
            print(answer.status)
        """;
    String url = "https://localhost:" + site.port() + "/ok.html";
    assertThat(sandbox.command("python3", "-c", script, url).run().err()).contains("401");
    assertThat(sandbox.command("python3", "-c", script, "https://127.0.0.2:" + site.port()).run())
        .satisfies(result -> assertThat(result.status()).isNotZero());
  }

  @Test
  void whoDoesNotKnowTheCertificateOrSpeaksWithoutTlsIsNotServed() {
    String tls = "https://localhost:" + site.port();
    Command.Result stranger =
        site.daemon()
            .supervisorctl(
                Implementation.STEWARD, "-s", tls, "-u", "bob", "-p", "working", "status")
            .run();
    assertThat(stranger.status()).isNotZero();
    assertThat(stranger.out()).doesNotContain("RUNNING");
    assertThat(sandbox.command("curl", "-sS", tls).run().err()).contains("certificate");
    Command.Result plain =
        sandbox.command("curl", "-sS", "-u", "mon:looking", site.address("/ok.html")).run();
    assertThat(plain.out()).doesNotContain("OK");
  }

  @Test
  void wrongPasswordIsRefused() {
    Command.Result wrong = shell(clients.replace("mon:looking", "mon:wrong"));
    assertThat(wrong.out()).contains("401").doesNotContain("\"identifier\":");
  }
}
