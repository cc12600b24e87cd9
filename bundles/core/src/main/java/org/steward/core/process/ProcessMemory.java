package org.steward.core.process;

import org.jspecify.annotations.Nullable;
import org.steward.api.process.ProcessState;

/**
 * All that a {@link ProcessMachine} knows, as it outlives the daemon. Monotonic times mean the same
 * to every daemon of one boot.
 *
 * @param state its state
 * @param pid its child, 0 where there is none
 * @param failedStarts failed starts in a row
 * @param restarts how often its policy started it again
 * @param startedAtNanos monotonic time of the last start
 * @param startedAt wall-clock second of the last start, 0 if never started
 * @param stoppedAt wall-clock second of the last end, 0 if it never ended
 * @param administrativeStop whether a user stopped it
 * @param spawnError why the last start failed or the last run ended badly, empty if it did not
 * @param ending how its last run ended, null while it runs or where it says nothing of the program
 * @param timer what is due later, null for nothing
 */
public record ProcessMemory(
    ProcessState state,
    int pid,
    int failedStarts,
    long restarts,
    long startedAtNanos,
    long startedAt,
    long stoppedAt,
    boolean administrativeStop,
    String spawnError,
    @Nullable Ending ending,
    Effect.@Nullable SetTimer timer) {

  /** Of a process that is being started now. */
  public static ProcessMemory starting(Moment now) {
    return new ProcessMemory(
        ProcessState.STARTING, 0, 0, 0, now.nanos(), now.wallSeconds(), 0, false, "", null, null);
  }

  /** Whether it had a child, or was about to. */
  public boolean hadChild() {
    return switch (state) {
      case STARTING, RUNNING, STOPPING, UNKNOWN -> true;
      case STOPPED, BACKOFF, EXITED, FATAL -> false;
    };
  }

  /** The same with another child. */
  public ProcessMemory withPid(int other) {
    return with(state, other, administrativeStop, timer);
  }

  /** The same, not running and never started. */
  public ProcessMemory idle() {
    return with(ProcessState.STOPPED, 0, administrativeStop, null);
  }

  /** The same, being stopped for a reason of the supervisor's own. */
  public ProcessMemory stopping(Effect.SetTimer kill) {
    return with(ProcessState.STOPPING, pid, false, kill);
  }

  private ProcessMemory with(
      ProcessState other, int child, boolean stoppedByUser, Effect.@Nullable SetTimer due) {
    return new ProcessMemory(
        other,
        child,
        failedStarts,
        restarts,
        startedAtNanos,
        startedAt,
        stoppedAt,
        stoppedByUser,
        spawnError,
        ending,
        due);
  }
}
