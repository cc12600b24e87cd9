package org.steward.core.posix.testing;

import java.util.Set;
import java.util.TreeSet;
import org.steward.core.posix.Polling;

/** The signals pending for the daemon, all of them blocked; a second one of a kind merges. */
final class FakeSignals {
  private final Set<Integer> pending = new TreeSet<>();

  void clear() {
    pending.clear();
  }

  void raise(int signal) {
    pending.add(signal);
  }

  OpenFile file(Set<Integer> watched) {
    return new Reader(Set.copyOf(watched));
  }

  int next(Reader file) {
    return file.next();
  }

  final class Reader extends OpenFile {
    private final Set<Integer> watched;

    Reader(Set<Integer> watched) {
      super("signalfd " + watched);
      this.watched = watched;
    }

    @Override
    int ready() {
      return pending.stream().anyMatch(watched::contains) ? Polling.EPOLLIN : 0;
    }

    int next() {
      int signal = pending.stream().filter(watched::contains).findFirst().orElse(0);
      pending.remove(signal);
      return signal;
    }
  }
}
