package org.steward.core.loop;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.steward.core.output.ActivityLog;
import org.steward.core.spi.ListenerProtocol;
import org.steward.core.spi.PoolHost;
import org.steward.core.spi.PoolsMemory;

/**
 * The loop's way to the event listener bundle, which comes after the first programs run, and may go
 * and come again: while it is not there, what it has to be told is kept in order, and so is what it
 * left behind. On the loop only.
 */
final class ListenerLink {
  /** Most events and answers kept; a supervisor without that bundle must not fill the memory. */
  private static final int MOST_KEPT = 20_000;

  private final ActivityLog log;
  private final ArrayDeque<Consumer<ListenerProtocol>> kept = new ArrayDeque<>();
  private @Nullable ListenerProtocol protocol;
  private @Nullable PoolsMemory memory;
  private int droppable;
  private boolean full;

  ListenerLink(ActivityLog log) {
    this.log = log;
  }

  /**
   * Connects the bundle: it goes on with what one before it left, and is told all that was kept.
   */
  void attach(ListenerProtocol present, PoolHost host) {
    protocol = present;
    full = false;
    droppable = 0;
    present.attached(host);
    PoolsMemory left = memory;
    memory = null;
    if (left != null) {
      present.resumed(left, host);
    }
    while (!kept.isEmpty()) {
      kept.remove().accept(present);
    }
  }

  /** Disconnects the bundle. */
  void detach() {
    ListenerProtocol leaving = protocol;
    protocol = null;
    if (leaving != null) {
      memory = leaving.detached();
    }
  }

  /** Whether the bundle is there. */
  boolean isAttached() {
    return protocol != null;
  }

  /** Disconnects the bundle for good; returns what one of a later daemon is to go on with. */
  PoolsMemory leave() {
    detach();
    PoolsMemory left = memory;
    return left == null ? new PoolsMemory(0, List.of()) : left;
  }

  /** Has the bundle, once it comes, go on with what one of an earlier daemon left. */
  void resume(PoolsMemory left) {
    memory = left;
  }

  /** Tells the bundle of a pool or a listener, now or once it is there. */
  void tell(Consumer<ListenerProtocol> call) {
    ListenerProtocol present = protocol;
    if (present != null) {
      call.accept(present);
    } else {
      kept.add(call);
    }
  }

  /** Tells the bundle of an event or of what a listener wrote; too many of them are dropped. */
  void pass(Consumer<ListenerProtocol> call) {
    if (protocol != null || droppable < MOST_KEPT) {
      droppable += protocol == null ? 1 : 0;
      tell(call);
    } else if (!full) {
      full = true;
      log.error("no event listener bundle is running; further events are discarded");
    }
  }
}
