package org.steward.ctl;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Gives a test a server of its own on a UNIX socket. */
abstract class ServerTest {

  @TempDir Path directory;

  FakeServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = FakeServer.onSocket(directory.resolve("s.sock"));
  }

  @AfterEach
  void stopServer() throws IOException {
    server.close();
  }

  CtlRun ctl(String... args) {
    return CtlRun.at(server, args);
  }
}
