package org.steward.core.posix.testing;

import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.steward.core.posix.Posix;
import org.steward.core.posix.PosixException;

/** The errors a test has ordered, by method of the seam, each used up by one call. */
final class FakeFaults {
  private static final Set<String> CALLS =
      Stream.of(Posix.class.getMethods()).map(Method::getName).collect(Collectors.toSet());

  private int callsToLive;
  private final Map<String, Queue<Fault>> ordered = new HashMap<>();

  void order(String method, String call, int errno) {
    if (!CALLS.contains(method)) {
      throw new IllegalArgumentException("cannot fail " + method + ": no such method of Posix");
    }
    ordered.computeIfAbsent(method, key -> new ArrayDeque<>()).add(new Fault(call, errno));
  }

  /** Forgets the errors nobody has met. Returns whether all were met. */
  boolean forget() {
    boolean allMet = ordered.values().stream().allMatch(Queue::isEmpty);
    ordered.clear();
    return allMet;
  }

  /** Throws the error ordered for this call, if any. */
  void check(String method) {
    Fault fault = take(method);
    if (fault.errno != 0) {
      throw new PosixException(fault.call, fault.errno);
    }
  }

  /** The negated errno ordered for this call, 0 for none. */
  int result(String method) {
    return -take(method).errno;
  }

  /** Kills the daemon at the n-th call from now on, 0 for never. */
  void killAtCall(int n) {
    callsToLive = n;
  }

  private Fault take(String method) {
    if (callsToLive > 0 && --callsToLive == 0) {
      throw new FakePosix.KilledError();
    }
    Queue<Fault> faults = ordered.get(method);
    return faults == null || faults.isEmpty() ? Fault.NONE : faults.remove();
  }

  private record Fault(String call, int errno) {
    static final Fault NONE = new Fault("", 0);
  }
}
