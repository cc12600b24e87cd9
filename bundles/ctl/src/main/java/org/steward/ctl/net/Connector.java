package org.steward.ctl.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.steward.ctl.net.UnreachableException.Reason;

/** Opens wires, and finds out why one cannot be opened. */
final class Connector {

  private Connector() {}

  static Wire connect(ServerUrl url) throws IOException {
    switch (url.kind()) {
      case UNIX:
        return unix(Path.of(url.host()));
      case HTTP:
        return tcp(url);
      default:
        return TlsWire.connect(url);
    }
  }

  private static Wire unix(Path path) throws UnreachableException {
    try {
      return open(UnixDomainSocketAddress.of(path));
    } catch (IOException e) {
      throw new UnreachableException(whyNot(path, e), e);
    }
  }

  /**
   * Asks the file system: the exception's message is in the user's language and its type tells
   * little.
   */
  private static Reason whyNot(Path path, IOException failure) {
    try {
      Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      return Reason.NO_SUCH_FILE;
    } catch (AccessDeniedException e) {
      return Reason.PERMISSION_DENIED;
    } catch (IOException e) {
      return Reason.OTHER;
    }
    if (!Files.isWritable(path)) {
      return Reason.PERMISSION_DENIED;
    }
    return failure instanceof ConnectException ? Reason.REFUSED : Reason.OTHER;
  }

  /**
   * Tries every address of the host: localhost is two of them, and a server may listen on either.
   */
  private static Wire tcp(ServerUrl url) throws IOException {
    IOException last = new UnknownHostException(url.host());
    for (InetAddress address : resolve(url)) {
      try {
        return open(new InetSocketAddress(address, url.port()));
      } catch (IOException e) {
        last = e;
      }
    }
    throw new UnreachableException(
        last instanceof ConnectException ? Reason.REFUSED : Reason.OTHER, last);
  }

  private static InetAddress[] resolve(ServerUrl url) throws UnreachableException {
    try {
      return InetAddress.getAllByName(url.host());
    } catch (UnknownHostException e) {
      throw new UnreachableException(Reason.UNKNOWN_HOST, e);
    }
  }

  private static Wire open(SocketAddress address) throws IOException {
    return new ChannelWire(SocketChannel.open(address));
  }
}
