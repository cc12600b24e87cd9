package org.steward.core.output;

import org.jspecify.annotations.Nullable;
import org.steward.api.event.SupervisorEvent;

/** What the output room tells the supervision loop. Called on the output loop; must not block. */
public interface OutputNotices {
  /**
   * The logs of a child are open.
   *
   * @param errno 0, or why a file could not be opened
   * @param path the file that could not be opened, null where all is well
   */
  void prepared(long token, int errno, @Nullable String path);

  /** All a child ever wrote is in its logs, and its pipes are closed. */
  void drained(long token);

  /**
   * A child's output made an event.
   *
   * @return false where the supervision loop has no room for it now; it is then to be offered again
   *     after a while, and the child's pipe left unread until then
   */
  boolean event(SupervisorEvent event);
}
