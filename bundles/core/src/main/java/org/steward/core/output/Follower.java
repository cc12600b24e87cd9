package org.steward.core.output;

import org.steward.api.control.LogAccess.Follow;

/** Someone who wants to know when a log grows. */
final class Follower implements Follow {
  private final String path;
  private final Runnable onGrowth;
  private final Orders orders;
  private volatile boolean closed;

  Follower(String path, Runnable onGrowth, Orders orders) {
    this.path = path;
    this.onGrowth = onGrowth;
    this.orders = orders;
  }

  String path() {
    return path;
  }

  void call() {
    if (!closed) {
      onGrowth.run();
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      orders.put(new Order.RemoveFollower(this));
    }
  }
}
