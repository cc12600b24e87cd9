package org.steward.core.sockets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import org.jspecify.annotations.Nullable;
import org.steward.api.http.HttpServerSettings;
import org.steward.api.http.HttpServerSettings.Inet;
import org.steward.api.http.HttpServerSettings.Unix;
import org.steward.api.http.ListeningSocket;

/** A configured socket from the first attempt to bind it to its end. */
public final class BoundSocket implements ListeningSocket {
  private final HttpServerSettings settings;
  private final @Nullable String problem;
  private @Nullable ServerSocketChannel channel;
  private @Nullable UnixSocket file;

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
      case Inet inet when channel == null -> inet.host() + ":" + inet.port();
      case Inet inet -> words(channel());
    };
  }

  private static String words(ServerSocketChannel channel) {
    try {
      InetSocketAddress bound = (InetSocketAddress) channel.getLocalAddress();
      return bound.getHostString() + ":" + bound.getPort();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot tell the address of a closed socket", e);
    }
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

  @Override
  public synchronized void close() {
    try {
      if (file != null) {
        file.remove();
      }
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + address(), e);
    }
  }
}
