package org.steward.core.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.steward.core.config.SocketConfig;
import org.steward.core.output.ActivityLog;
import org.steward.core.posix.Descriptors;
import org.steward.core.posix.Held;
import org.steward.core.posix.Sockets;

/**
 * The listening socket that the processes of a FastCGI group share: open while at least one of them
 * has it, so that it outlives any single one. Touched on the loop only.
 */
final class FastCgiSocket {
  private static final int SOMAXCONN = 4096;

  private final SocketConfig config;
  private final Sockets sockets;
  private final Descriptors descriptors;
  private final ActivityLog log;
  private int users;
  private int fd = -1;

  FastCgiSocket(SocketConfig config, Sockets sockets, Descriptors descriptors, ActivityLog log) {
    this.config = config;
    this.sockets = sockets;
    this.descriptors = descriptors;
    this.log = log;
  }

  /**
   * The descriptor, opened for the first user. Every call is to be matched by a {@link #release}.
   */
  int acquire() {
    if (users == 0) {
      log.info("Creating socket " + config.url());
      fd = open();
    }
    users++;
    return fd;
  }

  /** Whether someone has it. */
  boolean isOpen() {
    return users > 0;
  }

  /** Its descriptor, none where it is not open. */
  Held held() {
    return new Held(fd);
  }

  /** As {@link #acquire}, with the socket an earlier daemon's children have, if it is not known. */
  void adopt(int socket) {
    if (users == 0) {
      fd = socket;
    }
    users++;
  }

  /** Gives the descriptor back; the last user closes it. */
  void release() {
    users--;
    if (users == 0) {
      log.info("Closing socket " + config.url());
      descriptors.close(fd);
      fd = -1;
      removeFile();
    }
  }

  private int open() {
    Integer backlog = config.backlog();
    int queue = backlog == null ? SOMAXCONN : backlog;
    return switch (config) {
      case SocketConfig.Tcp tcp -> sockets.listenTcp(tcp.host(), tcp.port(), queue);
      case SocketConfig.Unix unix -> {
        SocketConfig.Owner owner = unix.owner();
        yield sockets.listenUnix(
            unix.path(),
            unix.mode(),
            owner == null ? -1 : owner.uid(),
            owner == null ? -1 : owner.gid(),
            queue);
      }
    };
  }

  private void removeFile() {
    if (config instanceof SocketConfig.Unix unix) {
      try {
        Files.deleteIfExists(Path.of(unix.path()));
      } catch (IOException e) {
        log.warn("cannot remove socket " + unix.path() + ": " + e.getMessage());
      }
    }
  }
}
