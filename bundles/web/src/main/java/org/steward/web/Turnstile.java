package org.steward.web;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Counts who is inside each plugin's pages, by the first segment of the path, and lets in no more
 * than some: a page that never answers costs a bounded number of requests, and those of its own
 * only. Any thread.
 */
final class Turnstile {
  private final int most;
  private final ConcurrentMap<String, Integer> inside = new ConcurrentHashMap<>();

  /**
   * @param most how many may be inside one plugin's pages at a time
   */
  Turnstile(int most) {
    this.most = most;
  }

  /** Enters; null where too many are inside. To be run when leaving, once or more often. */
  @Nullable Runnable enter(String path) {
    int slash = path.indexOf('/', 1);
    String page = slash < 0 ? path : path.substring(0, slash);
    AtomicBoolean entered = new AtomicBoolean();
    inside.compute(
        page,
        (key, count) -> {
          int present = count == null ? 0 : count;
          entered.set(present < most);
          return entered.get() ? Integer.valueOf(present + 1) : count;
        });
    return entered.get() ? () -> leave(page, entered) : null;
  }

  private void leave(String page, AtomicBoolean entered) {
    if (entered.compareAndSet(true, false)) {
      inside.computeIfPresent(page, (key, count) -> count == 1 ? null : count - 1);
    }
  }

  /** How many pages somebody is inside of. */
  int pages() {
    return inside.size();
  }
}
