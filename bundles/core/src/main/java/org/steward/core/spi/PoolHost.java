package org.steward.core.spi;

import org.steward.api.process.ProcessId;

/**
 * What a pool may ask of the supervision loop, on the supervision loop, unless a method says
 * otherwise.
 */
public interface PoolHost {
  /**
   * Writes to a listener's stdin; what does not fit now is kept and written as it reads.
   *
   * @return false where its stdin is closed
   */
  boolean send(ProcessId listener, byte[] bytes);

  /** Whether {@link #debug} lines are wanted; where not, the caller need not put them together. */
  default boolean debugging() {
    return true;
  }

  /** Writes a DEBG line to the activity log. */
  void debug(String message);

  /** Writes a WARN line to the activity log. */
  void warn(String message);

  /** Writes an ERRO line to the activity log. */
  void error(String message);

  /** Runs an action on the supervision loop once so many seconds have passed. */
  void later(int seconds, Runnable action);

  /** Runs an action on the supervision loop soon. May be called on any thread. */
  void execute(Runnable action);
}
