package org.steward.core.output;

import org.steward.core.eventloop.Mailbox;
import org.steward.core.posix.Posix;

/**
 * The orders on their way to the loop. Any thread may put; all else is the loop's.
 *
 * <p>What carries as much as its sender likes, lines and appended bytes, is bounded; all other
 * orders are few and small.
 */
final class Orders {
  private static final long MOST_LINE_CHARACTERS = 4 * 1024 * 1024;
  private static final long MOST_APPENDED_BYTES = 4 * 1024 * 1024;

  private final Mailbox<Order> mailbox;
  private final Allowance lines = new Allowance(MOST_LINE_CHARACTERS);
  private final Allowance appends = new Allowance(MOST_APPENDED_BYTES);

  Orders(Posix posix) {
    this.mailbox = new Mailbox<>(posix);
  }

  /** Where they wait. */
  Mailbox<Order> mailbox() {
    return mailbox;
  }

  /** What lines may hold. */
  Allowance lines() {
    return lines;
  }

  /** What appended bytes may hold. */
  Allowance appends() {
    return appends;
  }

  void putLine(Order.Line line) {
    if (lines.take(line.cost())) {
      put(line);
    }
  }

  void putAppend(Order.Append append) {
    if (appends.take(append.bytes().length)) {
      put(append);
    }
  }

  void put(Order order) {
    mailbox.put(order);
  }
}
