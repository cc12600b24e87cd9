package org.steward.core.config;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.ChangeEffect;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;

/** How little of what runs has to be disturbed to follow a changed configuration. */
public final class UpdateRules {
  private UpdateRules() {}

  /**
   * Whether all processes of a group have to go: it becomes something else, or they share a socket
   * or a pool that does.
   */
  public static boolean replacesGroup(GroupConfig running, GroupConfig wanted) {
    return switch (running) {
      case GroupConfig.Programs a -> !(wanted instanceof GroupConfig.Programs);
      case GroupConfig.FastCgi a ->
          !(wanted instanceof GroupConfig.FastCgi b && a.socket().equals(b.socket()));
      case GroupConfig.ListenerPool a ->
          !(wanted instanceof GroupConfig.ListenerPool b && isSamePool(a, b));
    };
  }

  private static boolean isSamePool(GroupConfig.ListenerPool a, GroupConfig.ListenerPool b) {
    return a.bufferSize() == b.bufferSize()
        && a.events().equals(b.events())
        && Objects.equals(a.resultHandler(), b.resultHandler())
        && a.lenInBytes() == b.lenInBytes()
        && ids(a).equals(ids(b));
  }

  private static List<ProcessId> ids(GroupConfig group) {
    return group.processes().stream().map(ProcessConfig::id).toList();
  }

  /** Whether a child would be made otherwise; everything else can be changed while it runs. */
  public static boolean isMadeOtherwise(ProcessConfig a, ProcessConfig b) {
    Surroundings mine = a.surroundings();
    Surroundings other = b.surroundings();
    return !a.command().equals(b.command())
        || a.output().redirectStderr() != b.output().redirectStderr()
        || !Objects.equals(uid(mine), uid(other))
        || !Objects.equals(mine.umask(), other.umask())
        || !Objects.equals(mine.directory(), other.directory())
        || !mine.environment().equals(other.environment())
        || !Objects.equals(mine.serverUrl(), other.serverUrl());
  }

  private static @Nullable Integer uid(Surroundings surroundings) {
    Account user = surroundings.user();
    return user == null ? null : user.uid();
  }

  /**
   * What is done to a process whose configuration changed. One that does not run is started where
   * Supervisor would start it, unless the change is none that would help it up or its user stopped
   * it.
   *
   * @param stoppedByUser whether its user stopped it
   */
  public static ChangeEffect effect(
      ProcessConfig running, ProcessConfig wanted, ProcessState state, boolean stoppedByUser) {
    boolean otherwise = isMadeOtherwise(running, wanted);
    boolean starts = wanted.start().autostart();
    return switch (state) {
      case STARTING, RUNNING, BACKOFF -> otherwise ? ChangeEffect.RESTART : ChangeEffect.LIVE;
      case STOPPING, EXITED -> otherwise && starts ? ChangeEffect.START : ChangeEffect.LIVE;
      case FATAL -> starts ? ChangeEffect.START : ChangeEffect.LIVE;
      case STOPPED ->
          starts && (otherwise || !stoppedByUser) ? ChangeEffect.START : ChangeEffect.LIVE;
      case UNKNOWN -> ChangeEffect.LIVE;
    };
  }
}
