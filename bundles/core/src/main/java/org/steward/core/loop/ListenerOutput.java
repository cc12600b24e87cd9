package org.steward.core.loop;

import org.steward.core.posix.Errno;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Polling;
import org.steward.core.posix.Posix;

/** Reads what event listeners say, for their pools and for their logs. On the loop only. */
final class ListenerOutput {
  private static final int MOST_LAST_READS = 64;

  private final LoopParts parts;
  private final Posix posix;
  private final NativeBuffer buffer;

  ListenerOutput(LoopParts parts, NativeBuffer buffer) {
    this.parts = parts;
    this.posix = parts.posix();
    this.buffer = buffer;
  }

  /** Takes a listener's stdout over, -1 for none. */
  void watch(Child child, int fd) {
    child.listenerOutput = fd;
    if (fd >= 0) {
      child.listenerLog = new ListenerLog(parts, child);
      parts.poller().add(fd, Polling.EPOLLIN, Token.of(Token.LISTENER, child.token));
    }
  }

  /** It has written, or closed its stdout. */
  void ready(Child child) {
    if (child.listenerOutput >= 0) {
      read(child);
    }
  }

  /** It has ended: reads what it left, and closes its stdout. */
  void drain(Child child) {
    // A descendant that still writes must not keep the loop here.
    for (int i = 0; i < MOST_LAST_READS && child.listenerOutput >= 0; i++) {
      if (read(child) <= 0) {
        break;
      }
    }
    close(child);
    flush(child);
  }

  /** Has the output room told all it said. */
  void flush(Child child) {
    if (child.listenerLog != null) {
      child.listenerLog.flush();
    }
  }

  private int read(Child child) {
    int count = posix.read(child.listenerOutput, buffer, 0, buffer.capacity());
    if (count > 0) {
      byte[] bytes = buffer.copy(0, count);
      if (child.listenerLog != null) {
        child.listenerLog.write(bytes);
      }
      parts.listeners().pass(protocol -> protocol.received(child.process.machine.id(), bytes));
    } else if (count != -Errno.EAGAIN) {
      close(child);
    }
    return count;
  }

  private void close(Child child) {
    if (child.listenerOutput >= 0) {
      parts.poller().remove(child.listenerOutput);
      posix.close(child.listenerOutput);
      child.listenerOutput = -1;
    }
  }
}
