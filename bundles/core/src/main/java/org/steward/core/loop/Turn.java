package org.steward.core.loop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.SupervisorFault;
import org.steward.api.event.SupervisorEvent;
import org.steward.core.process.Moment;

/**
 * What one turn of the loop has gathered: the time, read once, and the replies and events that go
 * out after the snapshot. On the loop only.
 */
final class Turn {
  private final Executor replies;
  private List<Reply<?>> decided = new ArrayList<>();
  private final ArrayDeque<SupervisorEvent> events = new ArrayDeque<>();
  private final Supplier<Moment> clock;
  private Moment now;

  Turn(Executor replies, Supplier<Moment> clock) {
    this.replies = replies;
    this.clock = clock;
    this.now = clock.get();
  }

  /** Reads the clock: as the next turn begins, and after what may have taken long. */
  void readClock() {
    now = clock.get();
  }

  /** The turn's time. */
  Moment now() {
    return now;
  }

  /** Answers a request. */
  <T> void answer(Reply<T> reply, @Nullable T value) {
    if (reply.decide(value, null)) {
      decided.add(reply);
    }
  }

  /** Refuses a request. */
  void refuse(Reply<?> reply, SupervisorFault fault) {
    if (reply.decide(null, fault)) {
      decided.add(reply);
    }
  }

  /** Emits an event. */
  void emit(SupervisorEvent event) {
    events.add(event);
  }

  /** Whether events wait to go out. */
  boolean hasEvents() {
    return !events.isEmpty();
  }

  /** The next event to go out, null where none is left. */
  @Nullable SupervisorEvent nextEvent() {
    return events.poll();
  }

  /** Hands the replies out, off the loop. */
  void deliverReplies() {
    if (decided.isEmpty()) {
      return;
    }
    List<Reply<?>> batch = decided;
    decided = new ArrayList<>();
    replies.execute(() -> batch.forEach(Reply::deliver));
  }
}
