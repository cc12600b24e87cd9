package org.steward.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.steward.core.spi.http.HttpServerSettings;
import org.steward.core.spi.http.HttpServerSettings.Inet;
import org.steward.core.spi.http.HttpServerSettings.Unix;
import org.steward.core.spi.http.ListeningSocket;

/** A socket as core would hand it over, without its care for modes, owners and other daemons. */
final class PlainSocket implements ListeningSocket {
  private final HttpServerSettings settings;
  private @Nullable ServerSocketChannel channel;
  private @Nullable String problem;

  PlainSocket(HttpServerSettings settings) {
    this.settings = settings;
    try {
      renew();
    } catch (IOException e) {
      problem = e.getMessage();
    }
  }

  @Override
  public HttpServerSettings settings() {
    return settings;
  }

  @Override
  public String address() {
    return switch (settings) {
      case Unix unix -> unix.path();
      case Inet inet when channel == null -> inet.host() + ":" + inet.port();
      case Inet inet -> inet.host() + ":" + channel().socket().getLocalPort();
    };
  }

  @Override
  public @Nullable String problem() {
    return problem;
  }

  @Override
  public ServerSocketChannel channel() {
    if (channel == null) {
      throw new IllegalStateException(problem);
    }
    return channel;
  }

  @Override
  public boolean isGone() {
    return settings instanceof Unix unix && Files.notExists(Path.of(unix.path()));
  }

  @Override
  public ServerSocketChannel renew() throws IOException {
    ServerSocketChannel bound =
        switch (settings) {
          case Inet inet ->
              ServerSocketChannel.open().bind(new InetSocketAddress(inet.host(), inet.port()));
          case Unix unix ->
              ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                  .bind(UnixDomainSocketAddress.of(unix.path()));
        };
    channel = bound;
    return bound;
  }

  @Override
  public void close() {
    try {
      if (settings instanceof Unix unix) {
        Files.deleteIfExists(Path.of(unix.path()));
      }
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
