package org.steward.core.output;

import org.jspecify.annotations.Nullable;
import org.steward.core.eventloop.Timers;
import org.steward.core.posix.Posix;
import org.steward.core.posix.PosixException;

/** When a log whose file took nothing is tried again: at its reader's pleasure, or later. */
final class Retries {
  private static final long UNWATCHABLE_NANOS = 50_000_000L;

  private final String path;
  private final LoopTools tools;
  private final Runnable goOn;
  private Poller.@Nullable Watch writable;
  private Timers.@Nullable Timer timer;

  /**
   * Nothing to be tried yet.
   *
   * @param goOn tries again
   */
  Retries(String path, LoopTools tools, Runnable goOn) {
    this.path = path;
    this.tools = tools;
    this.goOn = goOn;
  }

  /** Whether it is up to a reader. */
  boolean awaitReader() {
    return writable != null;
  }

  /** Whether it is a matter of time. */
  boolean scheduled() {
    return timer != null;
  }

  /** Tries again whenever the target is ready, until stopped. */
  void whenWritable(Target target) {
    if (writable != null) {
      return;
    }
    try {
      writable = tools.poller().watch(target.fd(), Posix.EPOLLOUT, path, events -> goOn.run());
    } catch (PosixException notWatchable) {
      after(UNWATCHABLE_NANOS);
    }
  }

  /** Tries again once, unless that is arranged already. */
  void after(long nanos) {
    if (timer == null) {
      timer = tools.timers().after(nanos, this::elapsed);
    }
  }

  void stop() {
    if (writable != null) {
      writable.end();
      writable = null;
    }
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  private void elapsed() {
    timer = null;
    goOn.run();
  }
}
