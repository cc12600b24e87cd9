package org.steward.core.daemon;

import java.nio.charset.StandardCharsets;
import org.steward.core.output.ActivityLog;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Posix;
import org.steward.core.posix.PosixException;

/** Tells systemd, where that started the daemon as {@code Type=notify}, that it is up. */
final class ServiceManager {
  /** Names the socket to tell it to; meant for the daemon alone, not for its programs. */
  static final String SOCKET = "NOTIFY_SOCKET";

  private ServiceManager() {}

  static void tellUp(Posix posix, ActivityLog log) {
    String socket = System.getenv(SOCKET);
    if (socket == null || socket.isEmpty()) {
      return;
    }
    byte[] words = "READY=1\n".getBytes(StandardCharsets.US_ASCII);
    NativeBuffer buffer = posix.allocate(words.length);
    buffer.put(0, words, 0, words.length);
    try {
      int fd = posix.connectDatagram(socket);
      posix.write(fd, buffer, 0, words.length);
      posix.close(fd);
    } catch (PosixException e) {
      log.warn("cannot tell " + socket + " that the daemon is up: " + e.getMessage());
    }
  }
}
