package org.steward.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are not there, want a password, or are something else. */
class ConnectionTest {

  private static final List<Object> NO_PROCESSES = List.of();

  @TempDir Path directory;

  private CtlRun at(String url, String... args) {
    String[] all = new String[args.length + 2];
    all[0] = "-s";
    all[1] = url;
    System.arraycopy(args, 0, all, 2, args.length);
    return CtlRun.of(all);
  }

  private static String closedPort() throws IOException {
    try (FakeServer server = FakeServer.onTcp()) {
      return server.url();
    }
  }

  @Test
  void aMissingSocketIsNoSuchFile() {
    String url = "unix://" + directory + "/none.sock";
    at(url, "pid").printed(7, url + " no such file");
    at(url, "status").printed(4, url + " no such file");
    at(url, "shutdown").printed(1, "ERROR: " + url + " no such file (already shut down?)");
  }

  @Test
  void aSocketNobodyListensOnRefuses() throws IOException {
    Path socket = directory.resolve("s.sock");
    FakeServer.onSocket(socket).close();
    String url = "unix://" + socket;
    at(url, "stop", "x").printed(4, url + " refused connection");
    at(url, "shutdown").printed(1, "ERROR: " + url + " refused connection (already shut down?)");
  }

  @Test
  void aShellThatIsStillComingUpIsAskedAgain() throws IOException {
    try (FakeServer server = FakeServer.onTcp()) {
      server.statuses("/shell", "503 Not yet", "503 Not yet", "403 Forbidden");
      at(server.url(), "shell", "help").printed(4, "shell: ERROR (it is for administrators)");
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @Test
  void aServerThatSpeaksTlsToWhoSaysHttpIsNamed() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> closeOne(server));
      String url = "http://127.0.0.1:" + server.getLocalPort();
      at(url, "status")
          .printed(
              1,
              "error: status: "
                  + url
                  + ": the server closed the connection before its answer was complete. Where the"
                  + " server has a certificate, its URL begins with https.");
    }
  }

  private static void closeOne(ServerSocket server) {
    try (Socket client = server.accept()) {
      client.getInputStream().readNBytes(4);
      client.shutdownOutput();
      client.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aPortNobodyListensOnRefuses() throws IOException {
    String url = closedPort();
    at(url, "pid").printed(4, url + " refused connection");
    at(url, "status").printed(4, url + " refused connection");
  }

  @Test
  void actionsWithoutTheFirstQuestionTellWhatTheyTried() throws IOException {
    String url = closedPort();
    CtlRun run = at(url, "update");
    assertThat(run.out()).startsWith("error: update: " + url + ": [Errno 111] Connection refused");
    assertThat(run.status()).isEqualTo(1);
    CtlRun missing = at("unix:///nowhere/x", "reread");
    assertThat(missing.out()).contains("[Errno 2] No such file or directory");
    assertThat(missing.status()).isEqualTo(1);
  }

  @Test
  void aHostThatCannotBeResolvedIsToldByName() {
    // An address of the wrong form: no name server is asked.
    CtlRun run = at("http://[::zz]:9001", "status");
    assertThat(run.out()).startsWith("error: status: http://[::zz]:9001: [Errno -2]");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void aPlainFileIsNoServer() throws IOException {
    Path file = Files.createFile(directory.resolve("plain"));
    CtlRun run = at("unix://" + file, "pid");
    assertThat(run.out()).isEqualTo("unix://" + file + " refused connection\n");
    assertThat(run.status()).isEqualTo(4);
  }

  @Test
  void otherProtocolsAreRefusedWithTheOnesThatWork() {
    CtlRun run = at("ftp://x", "pid");
    assertThat(run.out())
        .startsWith(
            "error: pid: ftp://x: Unknown protocol for serverurl ftp://x: expected unix:///");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void aPersonIsToldWhatToDo() {
    CtlRun run = CtlRun.withHints("-s", "unix:///nowhere/x", "pid");
    assertThat(run.out()).isEqualTo("unix:///nowhere/x no such file\n");
    assertThat(run.err()).contains("Start supervisord");
  }

  @Test
  void aServerWithoutTheSupervisorNamespaceIsToldApart() throws IOException {
    try (FakeServer server =
        FakeServer.onTcp().fault("supervisor.getVersion", 1, "UNKNOWN_METHOD")) {
      CtlRun run = CtlRun.at(server, "pid");
      assertThat(run.out()).contains("no supervisor namespace");
      assertThat(run.status()).isEqualTo(3);
    }
  }

  @Test
  void aServerOfAnotherInterfaceVersionIsRefused() throws IOException {
    try (FakeServer server = FakeServer.onTcp().answer("supervisor.getVersion", "9.9")) {
      CtlRun run = CtlRun.at(server, "pid");
      assertThat(run.out()).contains("9.9");
      assertThat(run.status()).isEqualTo(5);
      assertThat(CtlRun.at(server, "status").status()).isEqualTo(4);
    }
  }

  @Test
  void aPasswordIsSentWhereItIsKnown() throws IOException {
    try (FakeServer server = FakeServer.onTcp().requirePassword("me", "geheim")) {
      server.answer("supervisor.getPID", 5);
      CtlRun.at(server, "-u", "me", "-p", "geheim", "pid").printed(0, "5");
      CtlRun run = CtlRun.at(server, "-u", "me", "-p", "wrong", "pid");
      assertThat(run.out())
          .startsWith("Server requires authentication\nerror: pid: ")
          .contains("<ProtocolError for 127.0.0.1/RPC2: 401 Unauthorized>");
      assertThat(run.status()).isEqualTo(1);
      assertThat(CtlRun.at(server, "status").status()).isEqualTo(1);
    }
  }

  @Test
  void interactiveRunsAskForThePasswordAndTryAgain() throws IOException {
    try (FakeServer server = FakeServer.onTcp().requirePassword("me", "geheim")) {
      server.answer("supervisor.getPID", 5).answer("supervisor.getAllProcessInfo", NO_PROCESSES);
      CtlRun run = CtlRun.atWithInput(server, "me\ngeheim\n", "-i", "pid");
      run.printed(0, "Server requires authentication", "Username:Password:", "5");
    }
  }
}
