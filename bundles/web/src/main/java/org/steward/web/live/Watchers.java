package org.steward.web.live;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.steward.web.stream.Source;

/** Those who want to be woken when there is something new. Safe on any thread. */
public final class Watchers {
  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  /** Not a record: the same callback may be there twice. */
  private static final class Entry {
    private final Runnable wake;

    Entry(Runnable wake) {
      this.wake = wake;
    }
  }

  /** Has a callback run each time, until the subscription is closed. */
  public Source.Subscription add(Runnable wake) {
    Entry entry = new Entry(wake);
    entries.add(entry);
    return () -> entries.remove(entry);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Runs all callbacks, on this thread. */
  public void wakeAll() {
    for (Entry entry : entries) {
      entry.wake.run();
    }
  }
}
