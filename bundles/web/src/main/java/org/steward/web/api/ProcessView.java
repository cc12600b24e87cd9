package org.steward.web.api;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.steward.api.process.ProcessDescription;
import org.steward.api.process.ProcessSnapshot;
import org.steward.web.live.LastExit;

@Doc("One supervised process. Times are in seconds of the epoch.")
record ProcessView(
    @Doc("Group and name with a colon in between.") String id,
    @Doc("The group.") String group,
    @Doc("The name within the group.") String name,
    @Doc("The name as supervisorctl shows it.") String displayName,
    @Doc("STOPPED, STARTING, RUNNING, BACKOFF, STOPPING, EXITED, FATAL or UNKNOWN.") String state,
    @Doc("The process id, 0 where there is none.") int pid,
    @Doc(value = "When it was last started; left out if never.", optional = true)
        @Nullable Long startedAt,
    @Doc(value = "When it last ended; left out if never.", optional = true)
        @Nullable Long stoppedAt,
    @Doc("The sentence supervisorctl shows beside the state.") String description,
    @Doc(value = "How its last run ended, in words; left out while none did.", optional = true)
        @Nullable String lastExit,
    @Doc("Exit status of its last run, -1 where a signal ended it.") int exitStatus,
    @Doc("The signal that ended its last run, 0 if none did.") int exitSignal,
    @Doc("Why it could not be started; empty if it could.") String spawnError,
    @Doc("How often it was started again without being asked for.") long restarts,
    @Doc("How often that happened in the last hour.") int recentRestarts,
    @Doc("Whether a user stopped it.") boolean stoppedByUser,
    @Doc("Its start priority within the group.") int priority,
    @Doc("The file its standard output goes to, empty if none.") String stdoutLog,
    @Doc("The file its standard error goes to, empty if none.") String stderrLog) {

  /**
   * A process as clients see it.
   *
   * @param now when that is
   */
  static ProcessView of(ProcessSnapshot process, Now now) {
    return new ProcessView(
        process.id().qualifiedName(),
        process.id().group(),
        process.id().name(),
        process.id().displayName(),
        process.state().name(),
        process.pid(),
        process.startedAt() == 0 ? null : process.startedAt(),
        process.stoppedAt() == 0 ? null : process.stoppedAt(),
        ProcessDescription.of(process, now.second(), ZoneId.systemDefault()),
        LastExit.of(process),
        process.exitStatus(),
        process.exitSignal(),
        process.spawnError(),
        process.restarts(),
        now.restarts().applyAsInt(process.id()),
        process.administrativeStop(),
        process.priority(),
        process.stdoutLog(),
        process.stderrLog());
  }
}
