package org.steward.core.process;

import static org.steward.api.process.ProcessState.BACKOFF;
import static org.steward.api.process.ProcessState.EXITED;
import static org.steward.api.process.ProcessState.FATAL;
import static org.steward.api.process.ProcessState.RUNNING;
import static org.steward.api.process.ProcessState.STARTING;
import static org.steward.api.process.ProcessState.STOPPED;
import static org.steward.api.process.ProcessState.STOPPING;
import static org.steward.api.process.ProcessState.UNKNOWN;

import org.steward.api.process.ProcessState;

/**
 * The state machine as data: for every state and input the step to take and the state it leads to.
 * Total: a cell that is not named below ignores or refuses its input, and a test walks them all.
 */
final class TransitionTable {
  private static final Cell[][] CELLS = build();

  private TransitionTable() {}

  static Cell cell(ProcessState state, Input input) {
    return CELLS[state.ordinal()][input.ordinal()];
  }

  /** One cell. */
  record Cell(Step step, ProcessState next) {}

  private static Cell[][] build() {
    Cell[][] cells = new Cell[ProcessState.values().length][Input.values().length];
    for (ProcessState state : ProcessState.values()) {
      for (Input input : Input.values()) {
        put(cells, state, input, unnamed(input), state);
      }
    }
    for (ProcessState idle : new ProcessState[] {STOPPED, EXITED, FATAL}) {
      put(cells, idle, Input.START, Step.BEGIN_START, STARTING);
    }
    put(cells, STARTING, Input.SPAWNED, Step.NOTE_CHILD, STARTING);
    put(cells, STARTING, Input.SPAWN_FAILED, Step.FAIL_START, BACKOFF);
    put(cells, STARTING, Input.STAYED_UP, Step.SUCCEED, RUNNING);
    put(cells, STARTING, Input.ENDED_TOO_SOON, Step.FAIL_EARLY, BACKOFF);
    put(cells, STARTING, Input.ENDED, Step.EXIT_AT_ONCE, EXITED);
    put(cells, STARTING, Input.STOP, Step.REQUEST_STOP, STOPPING);
    put(cells, STARTING, Input.SIGNAL_FAILED, Step.LOSE_TRACK, UNKNOWN);

    put(cells, RUNNING, Input.ENDED, Step.EXIT, EXITED);
    put(cells, RUNNING, Input.STOP, Step.REQUEST_STOP, STOPPING);
    put(cells, RUNNING, Input.SIGNAL_FAILED, Step.LOSE_TRACK, UNKNOWN);

    put(cells, BACKOFF, Input.START, Step.BEGIN_START, STARTING);
    put(cells, BACKOFF, Input.RETRY_DUE, Step.BEGIN_START, STARTING);
    put(cells, BACKOFF, Input.GIVE_UP, Step.GIVE_UP, FATAL);
    put(cells, BACKOFF, Input.STOP, Step.CANCEL_RETRY, STOPPED);

    put(cells, STOPPING, Input.ENDED, Step.STOPPED_BY_REQUEST, STOPPED);
    put(cells, STOPPING, Input.ENDED_TOO_SOON, Step.STOPPED_BY_REQUEST, STOPPED);
    put(cells, STOPPING, Input.SPAWN_CALLED_OFF, Step.CALL_OFF, STOPPED);
    put(cells, STOPPING, Input.KILL_DUE, Step.FORCE_STOP, STOPPING);
    put(cells, STOPPING, Input.SIGNAL_FAILED, Step.LOSE_TRACK, UNKNOWN);

    put(cells, UNKNOWN, Input.ENDED, Step.EXIT, EXITED);
    put(cells, UNKNOWN, Input.ENDED_TOO_SOON, Step.EXIT, EXITED);
    return cells;
  }

  /**
   * Facts about a child where there can be none are a fault of the driver; wishes that come too
   * late are not.
   */
  private static Step unnamed(Input input) {
    return switch (input) {
      case SPAWNED, SPAWN_FAILED, SPAWN_CALLED_OFF, ENDED, ENDED_TOO_SOON -> Step.REFUSE;
      case START, STAYED_UP, RETRY_DUE, RESTART_DUE, GIVE_UP, STOP, KILL_DUE, SIGNAL_FAILED ->
          Step.IGNORE;
    };
  }

  private static void put(
      Cell[][] cells, ProcessState state, Input input, Step step, ProcessState next) {
    cells[state.ordinal()][input.ordinal()] = new Cell(step, next);
  }
}
