package org.steward.core.output;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.steward.core.posix.Clock;
import org.steward.core.posix.Errno;
import org.steward.core.posix.PosixException;

/**
 * The way to the machine's syslog: datagrams to {@code /dev/log} with facility user, severity info
 * and the daemon's name, as Supervisor sends them. Never waits: a message that is not taken at once
 * is lost, and how many were is said. Loop only.
 */
final class Syslog {
  private static final String SOCKET = "/dev/log";
  private static final String USER_INFO = "<14>";
  private static final String IDENT = " supervisord: ";

  /** How often connecting and reporting are repeated at most. */
  private static final long REPEAT_NANOS = 1_000_000_000;

  private final LoopTools tools;
  private final Clock clock;
  private final LocalTime time;
  private int fd = -1;
  private boolean refused;
  private long refusedAt;
  private boolean failing;
  private long failingSince;
  private long lost;

  Syslog(LoopTools tools, Clock clock, ZoneId zone) {
    this.tools = tools;
    this.clock = clock;
    this.time = LocalTime.syslog(zone);
  }

  /** Sends one message. */
  void send(String prefix, byte[] message) {
    byte[] head =
        (USER_INFO + time.at(clock.wallMillis()) + IDENT + prefix).getBytes(StandardCharsets.UTF_8);
    int length = Math.min(message.length, LoopTools.BUFFER_SIZE - head.length);
    tools.scratch().put(0, head, 0, head.length);
    tools.scratch().put(head.length, message, 0, length);
    int errno = transmit(head.length + length);
    if (errno == 0) {
      succeeded();
    } else {
      failed(errno);
    }
  }

  /** A syslog daemon that was restarted has a new socket: connects to it, and tries once more. */
  private int transmit(int length) {
    int errno = fd < 0 ? Errno.ENOTCONN : write(length);
    if (!isDisconnected(errno)) {
      return errno;
    }
    disconnect();
    if (clock.nanos() - refusedAt < REPEAT_NANOS && refused) {
      return errno;
    }
    try {
      fd = tools.posix().connectDatagram(SOCKET);
      refused = false;
    } catch (PosixException e) {
      refused = true;
      refusedAt = clock.nanos();
      return e.errno();
    }
    return write(length);
  }

  private int write(int length) {
    int count = tools.posix().write(fd, tools.scratch(), 0, length);
    return count < 0 ? -count : 0;
  }

  private static boolean isDisconnected(int errno) {
    return errno == Errno.ENOTCONN
        || errno == Errno.ECONNREFUSED
        || errno == Errno.ECONNRESET
        || errno == Errno.EPIPE;
  }

  /** Said a while later only, so that a busy syslog does not fill the activity log. */
  private void succeeded() {
    if (failing && clock.nanos() - failingSince >= REPEAT_NANOS) {
      failing = false;
      long count = lost;
      lost = 0;
      tools.log().warn("syslog takes messages again: " + count + " lost");
    }
  }

  private void failed(int errno) {
    lost++;
    if (!failing) {
      failing = true;
      failingSince = clock.nanos();
      tools.log().error("cannot send to syslog: " + Errno.name(errno) + "; messages are lost");
    }
  }

  void disconnect() {
    if (fd >= 0) {
      tools.posix().close(fd);
      fd = -1;
    }
  }
}
