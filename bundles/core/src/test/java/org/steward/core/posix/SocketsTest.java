package org.steward.core.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketsTest {
  private final Posix posix = new LinuxPosix();
  @TempDir private Path directory;

  @Test
  void tcpListenerTakesConnections() throws Exception {
    int port = freePort();
    int listener = posix.listenTcp("localhost", port, 8);
    try (var client = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
      assertThat(client.isConnected()).isTrue();
      assertThatThrownBy(() -> posix.listenTcp("127.0.0.1", port, 8))
          .hasMessage("bind: EADDRINUSE");
    } finally {
      posix.close(listener);
    }
  }

  @Test
  void wrongAddressesAreReported() {
    assertThatThrownBy(() -> posix.listenTcp("192.0.2.1", 0, 8)).hasMessage("bind: EADDRNOTAVAIL");
    assertThatThrownBy(() -> posix.listenTcp("no such host", 0, 8))
        .hasMessage("resolve no such host: EADDRNOTAVAIL");
    assertThatThrownBy(() -> posix.listenUnix("/tmp/" + "x".repeat(108), 0700, -1, -1, 1))
        .hasMessageEndingWith(": ENAMETOOLONG");
  }

  @Test
  void unixListenerAppearsWithItsModeAndReplacesAStaleFile() throws Exception {
    Path path = Files.writeString(directory.resolve("socket"), "stale");
    int listener = posix.listenUnix(path.toString(), 0640, -1, -1, 8);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-r-----");
    assertThat(directory).isDirectoryNotContaining(other -> !other.equals(path));
    try (var client = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
      assertThat(client.isConnected()).isTrue();
    }
    posix.close(listener);
  }

  @Test
  void failedUnixListenerLeavesNothingBehind() throws Exception {
    Path occupied = Files.createDirectory(directory.resolve("socket"));
    int before = Kernel.descriptors().size();
    assertThatThrownBy(() -> posix.listenUnix(occupied.toString(), 0700, -1, -1, 8))
        .hasMessage("rename: EISDIR");
    assertThat(directory).isDirectoryNotContaining(other -> !other.equals(occupied));
    assertThat(Kernel.descriptors()).hasSize(before);
  }

  @Test
  void liveServersAreToldFromStaleFiles() throws Exception {
    Path path = directory.resolve("socket");
    assertThat(posix.acceptsConnections(path.toString())).isFalse();
    int listener = posix.listenUnix(path.toString(), 0700, -1, -1, 1);
    assertThat(posix.acceptsConnections(path.toString())).isTrue();
    posix.close(listener);
    assertThat(path).exists();
    assertThat(posix.acceptsConnections(path.toString())).isFalse();
    Path plain = Files.writeString(directory.resolve("plain"), "x");
    assertThat(posix.acceptsConnections(plain.toString())).isFalse();
  }

  @Test
  void datagramsReachTheirServer() {
    String path = directory.resolve("log").toString();
    assertThatThrownBy(() -> posix.connectDatagram(path)).hasMessage("connect: ENOENT");
    int server = datagramServer(path);
    int client = posix.connectDatagram(path);
    NativeBuffer buffer = posix.allocate(20);
    buffer.put(0, "message".getBytes(StandardCharsets.UTF_8), 0, 7);
    assertThat(posix.write(client, buffer, 0, 7)).isEqualTo(7);
    assertThat(posix.read(server, buffer, 10, 10)).isEqualTo(7);
    assertThat(buffer.copy(10, 7)).asString(StandardCharsets.UTF_8).isEqualTo("message");
    posix.close(server);
    assertThat(posix.write(client, buffer, 0, 7)).isEqualTo(-Errno.ECONNREFUSED);
    posix.close(client);
  }

  private static int datagramServer(String path) {
    int fd = Libc.SOCKET.check(Libc.SOCKET.call(LinuxSockets.AF_UNIX, LinuxSockets.SOCK_DGRAM, 0));
    try (var arena = java.lang.foreign.Arena.ofConfined()) {
      NativeAddress address = NativeAddress.of(arena, path);
      Libc.BIND.check(Libc.BIND.call(fd, address.address(), address.length()));
    }
    return fd;
  }

  private static int freePort() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
