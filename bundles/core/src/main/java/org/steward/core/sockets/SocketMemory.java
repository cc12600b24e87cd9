package org.steward.core.sockets;

import org.jspecify.annotations.Nullable;
import org.steward.core.posix.Held;
import org.steward.core.spi.http.HttpServerSettings;

/**
 * A listening socket, for a later daemon of this process. Clients that connect while nobody accepts
 * wait in its queue.
 *
 * @param settings what it serves
 * @param descriptor the socket
 * @param file identifies its file, null where it has none or lost it
 */
public record SocketMemory(HttpServerSettings settings, Held descriptor, @Nullable String file) {}
