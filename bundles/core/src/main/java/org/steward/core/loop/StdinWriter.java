package org.steward.core.loop;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import org.steward.core.posix.Descriptors;
import org.steward.core.posix.Errno;
import org.steward.core.posix.Held;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Polling;

/**
 * The daemon's end of a child's stdin: writes what fits, keeps the rest until the child reads. On
 * the loop only.
 */
final class StdinWriter {
  /** Most bytes kept for a child that does not read. */
  static final long MOST_PENDING = 16L << 20;

  private final Descriptors descriptors;
  private final Poller poller;
  private final NativeBuffer buffer;
  private final int fd;
  private final long token;
  private final ArrayDeque<byte[]> pending = new ArrayDeque<>();
  private int written;
  private long pendingBytes;
  private boolean watched;
  private boolean closed;

  /**
   * A way to write.
   *
   * @param buffer shared with other writers of the loop
   * @param token comes back from epoll when the child has read
   */
  StdinWriter(Descriptors descriptors, Poller poller, NativeBuffer buffer, int fd, long token) {
    this.descriptors = descriptors;
    this.poller = poller;
    this.buffer = buffer;
    this.fd = fd;
    this.token = token;
  }

  /** Whether that many more bytes may be kept. */
  boolean hasRoomFor(int bytes) {
    return pendingBytes + bytes <= MOST_PENDING;
  }

  /** Writes bytes or keeps them; false where the child has closed its stdin. */
  boolean write(byte[] bytes) {
    if (closed) {
      return false;
    }
    pending.add(bytes);
    pendingBytes += bytes.length;
    flush();
    return !closed;
  }

  /** Goes on writing; called when the child may have read. */
  void flush() {
    while (!pending.isEmpty() && !closed) {
      byte[] first = pending.element();
      int length = Math.min(first.length - written, buffer.capacity());
      buffer.put(0, first, written, length);
      int count = descriptors.write(fd, buffer, 0, length);
      if (count == -Errno.EAGAIN) {
        watch(true);
        return;
      }
      if (count < 0) {
        close();
        return;
      }
      written += count;
      pendingBytes -= count;
      if (written == first.length) {
        pending.remove();
        written = 0;
      }
    }
    watch(false);
  }

  /** The descriptor, none where it is closed. */
  Held held() {
    return closed ? Held.NONE : new Held(fd);
  }

  /** What is kept until the child reads. */
  byte[] unwritten() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int from = written;
    for (byte[] each : pending) {
      bytes.write(each, from, each.length - from);
      from = 0;
    }
    return bytes.toByteArray();
  }

  /** Keeps bytes that an earlier daemon could not write; the child's reading has them written. */
  void resume(byte[] bytes) {
    if (bytes.length > 0) {
      pending.add(bytes);
      pendingBytes += bytes.length;
      watch(true);
    }
  }

  /** Closes the descriptor; what is kept is lost, as its reader is gone. */
  void close() {
    if (!closed) {
      closed = true;
      watch(false);
      pending.clear();
      descriptors.close(fd);
    }
  }

  private void watch(boolean on) {
    if (on != watched) {
      watched = on;
      if (on) {
        poller.add(fd, Polling.EPOLLOUT, token);
      } else {
        poller.remove(fd);
      }
    }
  }
}
