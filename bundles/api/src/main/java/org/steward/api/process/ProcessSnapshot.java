package org.steward.api.process;

import java.util.Objects;

/**
 * One process at one moment.
 *
 * @param id its name
 * @param state its state
 * @param pid the child's process id, 0 where there is none
 * @param startedAt wall-clock second of the last start, 0 if never started
 * @param stoppedAt wall-clock second of the last end, 0 if it never ended
 * @param spawnError why the last start failed or the last run ended badly; empty if it did not
 * @param exitStatus exit status of the last ended run as clients see it: 0 while none is known, -1
 *     where a signal ended it
 * @param exitSignal the signal that ended the last run, 0 if none did
 * @param restarts how often the supervisor started it again by itself since it was added
 * @param administrativeStop whether a user stopped it
 * @param stdoutLog path of the stdout log, empty where there is none
 * @param stderrLog path of the stderr log, empty where there is none
 * @param priority its start priority within the group
 */
public record ProcessSnapshot(
    ProcessId id,
    ProcessState state,
    int pid,
    long startedAt,
    long stoppedAt,
    String spawnError,
    int exitStatus,
    int exitSignal,
    long restarts,
    boolean administrativeStop,
    String stdoutLog,
    String stderrLog,
    int priority) {
  /** Rejects null parts. */
  public ProcessSnapshot {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(spawnError, "spawnError");
    Objects.requireNonNull(stdoutLog, "stdoutLog");
    Objects.requireNonNull(stderrLog, "stderrLog");
  }

  /** The path of the given stream's log, empty where there is none. */
  public String log(LogStream stream) {
    return stream == LogStream.STDOUT ? stdoutLog : stderrLog;
  }
}
