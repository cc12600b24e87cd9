package org.steward.itests.harness;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Waiting with a deadline that even a loaded machine meets. */
public final class Await {

  private static final Duration DEADLINE = Duration.ofSeconds(40);
  private static final Duration POLL = Duration.ofMillis(20);

  private Await() {}

  /** Waits until the condition holds. */
  public static void until(String what, Callable<Boolean> condition) {
    until(what, condition, () -> "");
  }

  /**
   * Waits until the condition holds.
   *
   * @param seen what to show if it never does
   */
  public static void until(String what, Callable<Boolean> condition, Supplier<String> seen) {
    try {
      Awaitility.await()
          .pollInSameThread()
          .atMost(DEADLINE)
          .pollDelay(Duration.ZERO)
          .pollInterval(POLL)
          .until(condition);
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("waited in vain until " + what + "\n" + seen.get(), e);
    }
  }
}
