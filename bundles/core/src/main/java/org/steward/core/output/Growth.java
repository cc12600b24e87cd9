package org.steward.core.output;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who follows which log, and which logs grew in this turn. However much a log grew, its followers
 * are called once at the turn's end. Loop only.
 */
final class Growth {
  private final ActivityLog log;
  private final Map<String, List<Follower>> followers = new HashMap<>();
  private final Set<String> grown = new HashSet<>();

  Growth(ActivityLog log) {
    this.log = log;
  }

  /** A path as followers and logs agree on it: without the empty names a {@code Path} drops. */
  static String key(String path) {
    String single = path;
    while (single.contains("//")) {
      single = single.replace("//", "/");
    }
    return single;
  }

  void add(Follower follower) {
    followers.computeIfAbsent(follower.path(), path -> new ArrayList<>()).add(follower);
  }

  void remove(Follower follower) {
    followers.computeIfPresent(
        follower.path(),
        (path, all) -> {
          all.remove(follower);
          return all.isEmpty() ? null : all;
        });
  }

  /**
   * Notes that a log grew or was replaced.
   *
   * @param key of its path
   */
  void changed(String key) {
    if (!followers.isEmpty() && followers.containsKey(key)) {
      grown.add(key);
    }
  }

  /** Calls the followers of all that changed. */
  void announce() {
    if (grown.isEmpty()) {
      return;
    }
    List<String> paths = List.copyOf(grown);
    grown.clear();
    for (String path : paths) {
      List.copyOf(followers.getOrDefault(path, List.of())).forEach(this::call);
    }
  }

  /** A follower is foreign code: one that throws is called no more, and nobody else suffers. */
  private void call(Follower follower) {
    try {
      follower.call();
    } catch (RuntimeException | LinkageError | VirtualMachineError e) {
      log.error("cannot tell a follower that " + follower.path() + " grew: " + Faults.describe(e));
      follower.close();
    }
  }
}
