package org.steward.core.sockets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.steward.core.posix.Held;
import org.steward.core.posix.Posix;
import org.steward.core.spi.http.HttpServerSettings;
import org.steward.core.spi.http.HttpServerSettings.Inet;
import org.steward.core.spi.http.HttpServerSettings.Unix;
import org.steward.core.spi.http.ListeningSocket;

/** A configured socket from the first attempt to bind it to its end. */
public final class BoundSocket implements ListeningSocket {
  private final HttpServerSettings settings;
  private final @Nullable String problem;
  private @Nullable ServerSocketChannel channel;
  private @Nullable UnixSocket file;

  /** What the system knows the socket by, which is not what the JDK says of an inherited one. */
  private @Nullable SocketAddress boundTo;

  private boolean handedOver;

  private BoundSocket(HttpServerSettings settings) {
    this.settings = settings;
    String failure = null;
    try {
      bind();
    } catch (IOException e) {
      failure = Reasons.of(e);
    }
    problem = failure;
  }

  /** Binds a socket; one that cannot be bound says so by its {@link #problem()}. */
  public static BoundSocket of(HttpServerSettings settings) {
    return new BoundSocket(settings);
  }

  private BoundSocket(
      HttpServerSettings settings, ServerSocketChannel inherited, @Nullable SocketAddress at) {
    this.settings = settings;
    this.problem = null;
    this.channel = inherited;
    this.boundTo = at;
  }

  /**
   * Takes over a socket of an earlier daemon of this process; the descriptor in the memory is still
   * the caller's to close.
   *
   * @throws IOException where no channel can be made of it
   */
  public static BoundSocket resume(SocketMemory memory, Posix posix) throws IOException {
    int socket = memory.descriptor().fd();
    ServerSocketChannel channel = InheritedSocket.open(memory.settings(), socket, posix);
    BoundSocket bound = new BoundSocket(memory.settings(), channel, posix.boundTo(socket));
    if (memory.settings() instanceof Unix unix) {
      bound.file = UnixSocket.resume(unix, channel, memory.file());
    }
    return bound;
  }

  /**
   * Lets a later daemon of this process have the socket: closing it here leaves it and its file as
   * they are.
   *
   * @return a descriptor of it, empty where it is not bound
   */
  public synchronized Optional<SocketMemory> handOver(Posix posix) {
    int fd = boundTo == null ? -1 : posix.listeningAt(boundTo);
    if (fd < 0) {
      return Optional.empty();
    }
    handedOver = true;
    String identity = file == null ? null : file.fileIfOurs();
    return Optional.of(new SocketMemory(settings, new Held(posix.duplicate(fd)), identity));
  }

  private ServerSocketChannel bind() throws IOException {
    ServerSocketChannel bound =
        switch (settings) {
          case Inet inet -> TcpSocket.bind(inet);
          case Unix unix -> {
            UnixSocket made = UnixSocket.bind(unix);
            file = made;
            yield made.channel();
          }
        };
    channel = bound;
    boundTo = bound.getLocalAddress();
    return bound;
  }

  @Override
  public HttpServerSettings settings() {
    return settings;
  }

  @Override
  public synchronized String address() {
    return switch (settings) {
      case Unix unix -> unix.path();
      case Inet inet when boundTo instanceof InetSocketAddress at ->
          at.getHostString() + ":" + at.getPort();
      case Inet inet -> inet.host() + ":" + inet.port();
    };
  }

  @Override
  public @Nullable String problem() {
    return problem;
  }

  @Override
  public synchronized ServerSocketChannel channel() {
    if (channel == null) {
      throw new IllegalStateException("cannot serve " + settings + ": " + problem);
    }
    return channel;
  }

  @Override
  public synchronized boolean isGone() {
    return file != null && file.isGone();
  }

  @Override
  public synchronized ServerSocketChannel renew() throws IOException {
    try {
      return bind();
    } catch (IOException e) {
      throw new IOException(Reasons.of(e), e);
    }
  }

  /** A file that cannot be removed stays: nobody listens on it, and the next daemon replaces it. */
  @Override
  public synchronized void close() {
    if (file != null && !handedOver) {
      try {
        file.remove();
      } catch (IOException stays) {
        file = null;
      }
    }
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot close " + address(), e);
      }
    }
  }
}
