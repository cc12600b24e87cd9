package org.steward.web.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Slows down those who guess: after a few in vain each further try from an address waits for its
 * turn, longer and longer, and other addresses notice nothing. Bounded: of very many addresses the
 * eldest is forgotten. Safe on any thread.
 */
final class LoginThrottle {
  /** Everybody mistypes. */
  static final int FREE = 5;

  static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

  /** Who would wait longer is told to come back. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(16);

  /** After so long without a try all is forgiven. */
  static final Duration FORGIVEN = Duration.ofMinutes(10);

  static final int MOST = 4096;

  private final LongSupplier nanos;
  private final Map<String, Record> records =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Record> eldest) {
          return size() > MOST;
        }
      };

  /** What is known of an address: its tries in vain, the last one, and when it is next heard. */
  private record Record(int tries, long last, long nextTurn) {}

  /**
   * @param nanos a clock that only goes forward, in nanoseconds
   */
  LoginThrottle(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * How long a try must wait before it is looked at; negative if it is not to wait, but to go. It
   * counts as one in vain until it is found {@link #right}.
   */
  synchronized Duration turn(InetAddress address) {
    long now = nanos.getAsLong();
    Record known = records.remove(key(address)); // to become the youngest
    if (known == null || now - known.last > FORGIVEN.toNanos()) {
      known = new Record(0, now, now);
    }
    long wait = Math.max(0, known.nextTurn - now);
    if (wait > LONGEST_WAIT.toNanos()) {
      records.put(key(address), known);
      return Duration.ofNanos(-1);
    }
    int tries = Math.min(known.tries + 1, 1000);
    long nextTurn = now + wait + pause(tries).toNanos();
    records.put(key(address), new Record(tries, now, nextTurn));
    return Duration.ofNanos(wait);
  }

  /** A try was not in vain. */
  synchronized void right(InetAddress address) {
    records.computeIfPresent(
        key(address),
        (key, known) ->
            known.tries == 1 ? null : new Record(known.tries - 1, known.last, known.nextTurn));
  }

  private static Duration pause(int tries) {
    if (tries < FREE) {
      return Duration.ZERO;
    }
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - FREE, 10));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  /** Of IPv6 the network, as whoever has one address of it has all. */
  private static String key(InetAddress address) {
    byte[] bytes = address.getAddress();
    return HexFormat.of()
        .formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes);
  }
}
