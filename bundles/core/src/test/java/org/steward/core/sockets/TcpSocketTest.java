package org.steward.core.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steward.core.spi.http.HttpServerSettings.Inet;

class TcpSocketTest {
  private static ServerSocketChannel bind(String host, int port) throws IOException {
    return TcpSocket.bind(new Inet(host, port, List.of()));
  }

  private static InetSocketAddress address(ServerSocketChannel channel) throws IOException {
    return (InetSocketAddress) channel.getLocalAddress();
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1, 127.0.0.1", "localhost, 127.0.0.1", "127.1, 127.0.0.1"})
  void bindsTheNamedAddress(String host, String expected) throws IOException {
    try (ServerSocketChannel channel = bind(host, 0)) {
      assertThat(address(channel).getAddress().getHostAddress()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({"''", "*", "0.0.0.0"})
  void bindsAllAddresses(String host) throws IOException {
    try (ServerSocketChannel channel = bind(host, 0);
        ServerSocketChannel probe = ServerSocketChannel.open()) {
      assertThat(address(channel).getAddress().isAnyLocalAddress()).isTrue();
      assertThatThrownBy(() -> probe.bind(new InetSocketAddress(address(channel).getPort())))
          .isInstanceOf(BindException.class);
    }
  }

  @Test
  void takenPortIsRefused() throws IOException {
    try (ServerSocketChannel channel = bind("127.0.0.1", 0)) {
      assertThatThrownBy(() -> bind("127.0.0.1", address(channel).getPort()))
          .isInstanceOf(BindException.class);
    }
  }

  @Test
  void unknownHostIsRefused() {
    assertThatThrownBy(() -> bind("no such host", 0)).isInstanceOf(UnknownHostException.class);
  }
}
