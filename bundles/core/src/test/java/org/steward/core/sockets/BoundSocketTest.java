package org.steward.core.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steward.core.spi.http.HttpServerSettings.Inet;
import org.steward.core.spi.http.HttpServerSettings.Unix;

class BoundSocketTest {
  @TempDir Path directory;

  private BoundSocket unix(String name) {
    return BoundSocket.of(new Unix(directory.resolve(name).toString(), 0700, -1, -1, List.of()));
  }

  private static BoundSocket tcp(int port) {
    return BoundSocket.of(new Inet("127.0.0.1", port, List.of()));
  }

  private void assertListening(Path path) throws IOException {
    try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
      assertThat(client.isConnected()).isTrue();
    }
  }

  @Test
  void clientsConnectBeforeAnybodyAccepts() throws IOException {
    try (BoundSocket socket = unix("s.sock")) {
      assertThat(socket.problem()).isNull();
      assertListening(directory.resolve("s.sock"));
    }
  }

  @Test
  void closingFreesPathAndPort() throws IOException {
    BoundSocket first = tcp(0);
    int port = ((InetSocketAddress) first.channel().getLocalAddress()).getPort();
    assertThat(first.address()).isEqualTo("127.0.0.1:" + port);
    first.close();
    unix("s.sock").close();
    assertThat(directory).isEmptyDirectory();
    try (BoundSocket second = tcp(port)) {
      assertThat(second.problem()).isNull();
    }
  }

  @Test
  void takenAddressIsAProblem() throws IOException {
    try (BoundSocket first = tcp(0);
        BoundSocket live = unix("s.sock")) {
      int port = ((InetSocketAddress) first.channel().getLocalAddress()).getPort();
      assertThat(tcp(port).problem()).isEqualTo("Address already in use");
      assertThat(tcp(port).address()).isEqualTo("127.0.0.1:" + port);
      assertThat(unix("s.sock").problem()).isEqualTo("another program is listening on it");
      assertThatThrownBy(tcp(port)::channel).isInstanceOf(IllegalStateException.class);
      assertThat(live.isGone()).isFalse();
      assertListening(directory.resolve("s.sock"));
    }
  }

  @Test
  void missingDirectoryIsAProblem() {
    assertThat(unix("missing/s.sock").problem()).isEqualTo("its directory does not exist");
  }

  @Test
  void closingWhatCouldNotBeBoundHarmsNobody() throws IOException {
    try (BoundSocket live = unix("s.sock")) {
      unix("s.sock").close();
      assertThat(live.isGone()).isFalse();
      assertListening(directory.resolve("s.sock"));
    }
  }

  @Test
  void aFileThatCannotBeRemovedKeepsNothingOpen() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("folder"));
    BoundSocket socket = unix("folder/s.sock");
    Files.delete(folder.resolve("s.sock"));
    Files.delete(folder);
    Files.createFile(folder); // so that to look for the socket's file is an error
    ServerSocketChannel channel = socket.channel();
    socket.close();
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void deletedFileIsMadeAnew() throws IOException {
    try (BoundSocket socket = unix("s.sock");
        ServerSocketChannel before = socket.channel()) {
      Files.delete(directory.resolve("s.sock"));
      assertThat(socket.isGone()).isTrue();
      assertThat(socket.renew()).isNotSameAs(before).isSameAs(socket.channel());
      assertThat(socket.isGone()).isFalse();
      assertListening(directory.resolve("s.sock"));
    }
    assertThat(directory).isEmptyDirectory();
  }
}
