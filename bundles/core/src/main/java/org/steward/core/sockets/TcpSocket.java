package org.steward.core.sockets;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.util.stream.Stream;
import org.steward.core.spi.http.HttpServerSettings.Inet;

/** Binds TCP sockets. */
final class TcpSocket {
  static final int BACKLOG = 1024;

  private TcpSocket() {}

  /**
   * Binds the socket. An empty host or {@code *} stands for every address, IPv4 and IPv6; {@code
   * 0.0.0.0} for every IPv4 address; an IPv6 address may be in brackets. Of a name's addresses the
   * first IPv4 one is taken, as Supervisor knows no others, and an IPv6 one where there is none.
   *
   * @throws IOException if the name is unknown or the address cannot be bound
   */
  static ServerSocketChannel bind(Inet settings) throws IOException {
    String host = settings.host();
    if (host.isEmpty() || host.equals("*")) {
      return bind(ServerSocketChannel.open(), new InetSocketAddress(settings.port()));
    }
    InetAddress address = resolve(host);
    StandardProtocolFamily family =
        address instanceof Inet4Address
            ? StandardProtocolFamily.INET
            : StandardProtocolFamily.INET6;
    return bind(ServerSocketChannel.open(family), new InetSocketAddress(address, settings.port()));
  }

  private static InetAddress resolve(String host) throws UnknownHostException {
    InetAddress[] all = InetAddress.getAllByName(host);
    return Stream.of(all).filter(Inet4Address.class::isInstance).findFirst().orElse(all[0]);
  }

  private static ServerSocketChannel bind(ServerSocketChannel channel, InetSocketAddress address)
      throws IOException {
    try {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      return channel.bind(address, BACKLOG);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }
}
