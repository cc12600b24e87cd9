package org.steward.core.loop;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.steward.api.event.SupervisorEvent.SupervisorStateChanged;
import org.steward.api.process.SupervisorState;
import org.steward.core.process.Input;
import org.steward.core.process.Moment;

/**
 * Stops everything in order: groups from the highest priority down, those of one priority together,
 * each rank only when the one before has stopped. On the loop only.
 */
final class EndSequence {
  private static final long REPORT_EVERY = 3 * Moment.SECOND;

  private final LoopParts parts;
  private final Driver driver;
  private SupervisorState state = SupervisorState.RUNNING;
  private boolean complete;
  private @Nullable SupervisorState postponed;
  private boolean rankAsked;
  private int rank;
  private boolean reported;

  EndSequence(LoopParts parts, Driver driver) {
    this.parts = parts;
    this.driver = driver;
  }

  /** What the supervisor as a whole does. */
  SupervisorState state() {
    return state;
  }

  /**
   * All configured groups are there, so that all there is can be stopped: above all the children of
   * an earlier daemon, which would be left behind otherwise.
   */
  void complete() {
    complete = true;
    if (postponed != null) {
      begin(postponed);
    }
  }

  /** Begins to stop everything. A shutdown overrides a restart, never the other way round. */
  void begin(SupervisorState mode) {
    if (!complete) {
      postponed = postponed == SupervisorState.SHUTDOWN ? postponed : mode;
      return;
    }
    boolean first = state == SupervisorState.RUNNING;
    if (state != SupervisorState.SHUTDOWN) {
      state = mode;
    }
    if (first) {
      driver.forbidRestarts();
      parts.notes().ending();
      parts.turn().emit(new SupervisorStateChanged(false));
    }
  }

  /** Goes on stopping; called once a turn. Returns whether all is done and the loop may end. */
  boolean advance() {
    if (state == SupervisorState.RUNNING) {
      return false;
    }
    List<Supervised> unstopped = parts.running().unstopped();
    if (unstopped.isEmpty()) {
      return true;
    }
    int highest = unstopped.getLast().group.config.priority();
    if (!rankAsked || highest != rank) {
      rankAsked = true;
      rank = highest;
      stop(unstopped.stream().filter(p -> p.group.config.priority() == highest).toList());
      unstopped = parts.running().unstopped();
    }
    if (!reported && !unstopped.isEmpty()) {
      reported = true;
      report(unstopped);
      parts.timers().after(REPORT_EVERY, () -> reported = false);
    }
    return unstopped.isEmpty();
  }

  private void stop(List<Supervised> processes) {
    for (Supervised process : processes.reversed()) {
      switch (process.machine.state()) {
        case RUNNING, STARTING -> driver.give(process, Input.STOP);
        case BACKOFF -> driver.give(process, Input.GIVE_UP);
        case STOPPED, STOPPING, EXITED, FATAL, UNKNOWN -> {}
      }
    }
  }

  private void report(List<Supervised> unstopped) {
    parts
        .log()
        .info(
            unstopped.stream()
                .map(process -> process.machine.id().name())
                .collect(Collectors.joining(", ", "waiting for ", " to die")));
  }
}
