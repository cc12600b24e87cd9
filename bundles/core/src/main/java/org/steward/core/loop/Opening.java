package org.steward.core.loop;

import java.util.ArrayList;
import java.util.List;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.ProcessGroupChanged;
import org.steward.api.event.SupervisorEvent.SupervisorStateChanged;

/**
 * The events of a daemon's beginning. The first programs start while later groups are still being
 * prepared, but listeners know another order from Supervisor: all configured groups, RUNNING, then
 * what becomes of their programs. So all other events are held until the last group is there. On
 * the loop only.
 */
final class Opening {
  private final List<SupervisorEvent> held = new ArrayList<>();
  private boolean complete;
  private boolean over;

  /** Keeps an event of the beginning; false for one that goes its way. */
  boolean holds(SupervisorEvent event) {
    return !over && !(event instanceof ProcessGroupChanged) && held.add(event);
  }

  /** All configured groups are there. */
  void complete() {
    complete = true;
  }

  /** There is no beginning: the daemon goes on where another one was. */
  void skip() {
    over = true;
  }

  /** What was held, in Supervisor's order, once all of it is there; nothing before and after. */
  List<SupervisorEvent> release() {
    if (over || !complete) {
      return List.of();
    }
    over = true;
    held.addFirst(new SupervisorStateChanged(true));
    return held;
  }
}
