package org.steward.core.sockets;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.steward.core.posix.Posix;
import org.steward.core.spi.http.HttpServerSettings;

/**
 * Makes a channel of a listening socket that was opened by an earlier daemon. The JDK has no way to
 * make one of a descriptor: so a channel is bound to something nobody knows, and the socket is then
 * put in the place of its descriptor.
 */
final class InheritedSocket {
  private InheritedSocket() {}

  /**
   * A channel of the socket, whose own descriptor stays as it is.
   *
   * @throws IOException where not even a socket nobody knows can be bound
   */
  static ServerSocketChannel open(HttpServerSettings settings, int socket, Posix posix)
      throws IOException {
    ServerSocketChannel channel =
        switch (settings) {
          case HttpServerSettings.Unix unix -> unix(Path.of(unix.path()));
          case HttpServerSettings.Inet inet -> inet(posix.isInet6(socket));
        };
    int place = posix.listeningAt(channel.getLocalAddress());
    if (place < 0) {
      channel.close();
      throw new IOException("cannot find the descriptor of " + channel);
    }
    posix.dup2(socket, place);
    return channel;
  }

  private static ServerSocketChannel unix(Path path) throws IOException {
    int random = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
    Path unseen = path.resolveSibling("." + Integer.toString(random, 36));
    try {
      return bind(StandardProtocolFamily.UNIX, UnixDomainSocketAddress.of(unseen));
    } finally {
      Files.deleteIfExists(unseen);
    }
  }

  private static ServerSocketChannel inet(boolean v6) throws IOException {
    StandardProtocolFamily family = v6 ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
    return bind(family, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  private static ServerSocketChannel bind(StandardProtocolFamily family, SocketAddress address)
      throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open(family);
    try {
      return channel.bind(address, 1);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }
}
