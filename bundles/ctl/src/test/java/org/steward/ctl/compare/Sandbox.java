package org.steward.ctl.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A folder with Debian's supervisord running in it. */
final class Sandbox {

  static final String PASSWORD = "geheim";

  private static final Path SUPERVISORD = Path.of("/usr/bin/supervisord");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String PROGRAMS =
      """
      [program:cat]
      command=/bin/cat
      startsecs=0
      [program:talk]
      command=/bin/sh -c 'echo hello; echo oops >&2; exec sleep 1000'
      startsecs=0
      [program:silent]
      command=/bin/sleep 1000
      startsecs=0
      stdout_logfile=NONE
      [program:missing]
      command=/nonexistent/program
      autostart=false
      [program:noexec]
      command=/etc/passwd
      autostart=false
      [program:quick]
      command=/bin/false
      startretries=0
      autostart=false
      [program:worker]
      command=/bin/sleep 1000
      startsecs=0
      numprocs=2
      process_name=%(program_name)s_%(process_num)d
      [program:late]
      command=/bin/sleep 1000
      startsecs=0
      autostart=false
      """;

  private final Path directory;
  private final int port;
  private Process daemon;

  private Sandbox(Path directory) throws IOException {
    this.directory = directory;
    this.port = freePort();
  }

  /** Starts a daemon with the programs above; {@link #awaitStart} waits for it. */
  static Sandbox start(Path directory) throws IOException {
    assertThat(SUPERVISORD)
        .as(
            "Debian's package supervisor is needed: apt-get install --no-install-recommends supervisor")
        .isExecutable();
    Sandbox sandbox = new Sandbox(Files.createDirectories(directory));
    sandbox.configure(PROGRAMS);
    sandbox.daemon =
        new ProcessBuilder(SUPERVISORD.toString(), "-n", "-c", sandbox.config())
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("supervisord.out").toFile())
            .start();
    return sandbox;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Writes the configuration file with other programs; the daemon reads it when told to. */
  void configure(String programs) throws IOException {
    String text =
        """
        [unix_http_server]
        file=%%(here)s/s.sock
        [inet_http_server]
        port=127.0.0.1:%d
        username=me
        password=%s
        [supervisord]
        logfile=%%(here)s/supervisord.log
        pidfile=%%(here)s/supervisord.pid
        childlogdir=%%(here)s
        [rpcinterface:supervisor]
        supervisor.rpcinterface_factory = supervisor.rpcinterface:make_main_rpcinterface
        [supervisorctl]
        serverurl=unix://%%(here)s/s.sock ; found by here
        """;
    Files.writeString(directory.resolve("s.conf"), text.formatted(port, PASSWORD) + programs);
  }

  static String programs() {
    return PROGRAMS;
  }

  private boolean answers() throws IOException {
    try (SocketChannel channel =
        SocketChannel.open(UnixDomainSocketAddress.of(directory.resolve("s.sock")))) {
      return channel.isConnected();
    }
  }

  String config() {
    return directory.resolve("s.conf").toString();
  }

  String tcpUrl() {
    return "http://127.0.0.1:" + port;
  }

  /** Takes this folder and port out of a text. */
  String anonymous(String text) {
    return text.replace(directory.toString(), "DIRECTORY").replace(":" + port, ":PORT");
  }

  void awaitStart() {
    await().atMost(PATIENCE).ignoreExceptions().until(this::answers);
  }

  /** Asks the daemon to end; {@link #awaitEnd} waits for it. */
  void stop() {
    daemon.destroy();
  }

  void awaitEnd() {
    await().atMost(PATIENCE).until(() -> !daemon.isAlive());
  }
}
