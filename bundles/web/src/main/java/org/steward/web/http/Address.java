package org.steward.web.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.eclipse.jetty.server.Request;

/** Where a request comes from. */
final class Address {
  private Address() {}

  /** The IP address; of a client on a UNIX socket the loopback address. */
  static InetAddress of(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress a
        ? a.getAddress()
        : InetAddress.getLoopbackAddress();
  }

  /** The IP address in words, or {@code unix}. */
  static String text(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress a
        ? a.getAddress().getHostAddress()
        : "unix";
  }
}
