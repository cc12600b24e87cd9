package org.steward.core.loop;

import java.util.Arrays;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.core.output.ActivityLog;

/**
 * Runs the items of a turn. Its catch-all is the loop's promise that one bad item hurts no other:
 * it is logged with its name, and the loop goes on. So it does after errors of other bundles' code,
 * and of a system that has no room for another thread. On the loop only.
 */
record Guard(ActivityLog log, Turn turn) {
  private static final int MOST_FRAMES = 6;

  /** Runs one item; whoever waits for it, if it is a request, is told that it failed. */
  void run(Object item, Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | LinkageError | VirtualMachineError e) {
      log.critical("supervision loop: " + item + " failed: " + describe(e));
      if (item instanceof Message.Request request) {
        turn.refuse(
            request.reply(), new SupervisorFault(Fault.FAILED, String.valueOf(e.getMessage())));
      }
    }
  }

  private static String describe(Throwable e) {
    StringBuilder text = new StringBuilder(e.toString());
    Arrays.stream(e.getStackTrace())
        .limit(MOST_FRAMES)
        .forEach(frame -> text.append(" at ").append(frame));
    return text.toString();
  }
}
