package org.steward.core.posix.testing;

import org.steward.core.posix.Polling;

/** An eventfd. */
final class FakeWakeUp extends OpenFile {
  private boolean pending;

  FakeWakeUp() {
    super("eventfd");
  }

  void set(boolean on) {
    pending = on;
  }

  @Override
  int ready() {
    return Polling.EPOLLOUT | (pending ? Polling.EPOLLIN : 0);
  }
}
