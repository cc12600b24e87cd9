package org.steward.core.spi.http;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One configured socket. The supervisor binds it before it starts the first program, so that
 * programs, and whoever started the daemon, may connect at once and are answered as soon as there
 * is a server. Safe on any thread.
 */
@ProviderType
public interface ListeningSocket extends AutoCloseable {
  /** What was asked for. */
  HttpServerSettings settings();

  /**
   * Where it listens, in words: {@code host:port}, with the port the system chose where 0 was asked
   * for, or the path of the socket file.
   */
  String address();

  /** Why it could not be bound, null if it was. */
  @Nullable String problem();

  /**
   * What to accept connections from. Whoever serves it may close it.
   *
   * @throws IllegalStateException if it could not be bound
   */
  ServerSocketChannel channel();

  /** Whether its file was deleted; never so for TCP. */
  boolean isGone();

  /**
   * Makes a deleted file anew. The channel before is left to whom serves it.
   *
   * @return the channel from now on
   * @throws IOException if it cannot be bound; the message says why, in words for an operator
   */
  ServerSocketChannel renew() throws IOException;

  /** Removes its file, unless another one has taken its place, and closes the channel. */
  @Override
  void close();
}
