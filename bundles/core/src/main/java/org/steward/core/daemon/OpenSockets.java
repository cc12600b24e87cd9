package org.steward.core.daemon;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steward.core.posix.Posix;
import org.steward.core.sockets.BoundSocket;
import org.steward.core.sockets.SocketMemory;
import org.steward.core.spi.http.HttpServerSettings;
import org.steward.core.spi.http.HttpServers;
import org.steward.core.spi.http.ListeningSocket;

/**
 * The configured sockets of a generation. They are bound before its programs are started, as by
 * Supervisor: a program may call {@code supervisorctl} in its first line, and a script after {@code
 * supervisord} has returned, though the server comes up beside them.
 */
final class OpenSockets implements AutoCloseable {
  private final List<ListeningSocket> sockets;

  private OpenSockets(List<ListeningSocket> sockets) {
    this.sockets = sockets;
  }

  /** Binds what is configured, and what cannot be bound not. */
  static OpenSockets open(List<HttpServerSettings> servers) {
    return new OpenSockets(servers.stream().<ListeningSocket>map(BoundSocket::of).toList());
  }

  /**
   * Binds what is configured.
   *
   * @throws StartupException if one cannot be bound, as where another daemon serves it: before any
   *     program is started twice
   */
  static OpenSockets openAll(List<HttpServerSettings> servers) throws StartupException {
    OpenSockets open = open(servers);
    for (ListeningSocket socket : open.sockets) {
      @Nullable String problem = socket.problem();
      if (problem != null) {
        open.close();
        throw new StartupException(refusal(socket, problem));
      }
    }
    return open;
  }

  private static String refusal(ListeningSocket socket, String problem) {
    return "cannot listen on %s of [%s]: %s"
        .formatted(socket.address(), socket.settings().section(), problem);
  }

  /**
   * Takes over the sockets of an earlier daemon of this process.
   *
   * @throws IOException where no channels can be made of them
   */
  static OpenSockets resume(List<SocketMemory> memory, Posix posix) throws IOException {
    List<ListeningSocket> sockets = new ArrayList<>();
    for (SocketMemory each : memory) {
      sockets.add(BoundSocket.resume(each, posix));
    }
    return new OpenSockets(sockets);
  }

  /** Leaves those that are bound to a later daemon of this process. */
  List<SocketMemory> handOver(Posix posix) {
    List<SocketMemory> memory = new ArrayList<>();
    for (ListeningSocket socket : sockets) {
      if (socket instanceof BoundSocket bound) {
        bound.handOver(posix).ifPresent(memory::add);
      }
    }
    return memory;
  }

  /** As a service for whoever serves them. */
  HttpServers service() {
    return new HttpServers(sockets);
  }

  @Override
  public void close() {
    sockets.forEach(ListeningSocket::close);
  }
}
