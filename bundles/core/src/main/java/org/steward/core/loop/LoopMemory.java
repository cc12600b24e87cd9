package org.steward.core.loop;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steward.api.process.ProcessId;
import org.steward.core.config.GroupConfig;
import org.steward.core.output.ChildLogs;
import org.steward.core.posix.Held;
import org.steward.core.process.Ending;
import org.steward.core.process.ProcessMemory;
import org.steward.core.spi.PoolsMemory;

/**
 * All that the supervision loop knows, for the loop of a later daemon in the same process.
 *
 * @param lastToken the greatest token that was ever given to a child
 * @param ticks the last slice of each period of ticks
 * @param groups the running set
 * @param leftovers what is configured no more and being stopped, each in a group of its own
 * @param pools what the event listener bundle knows
 */
public record LoopMemory(
    long lastToken,
    List<Long> ticks,
    List<OfGroup> groups,
    List<OfGroup> leftovers,
    PoolsMemory pools) {
  /**
   * A group.
   *
   * @param socket the shared socket of a FastCGI group, none where it is not open
   */
  public record OfGroup(GroupConfig config, Held socket, List<OfProcess> processes) {}

  /** A process; its child is null where it has none, or has it yet to be spawned. */
  public record OfProcess(
      ProcessId id,
      ProcessMemory memory,
      ChildLogs logs,
      boolean startsWhenStopped,
      @Nullable Afterwards afterwards,
      @Nullable OfChild child) {}

  /**
   * A child that was spawned and is not reaped yet.
   *
   * @param mark the entry of its environment that no other child has
   * @param own whether it is a child of this process
   * @param stdin none where it is closed
   * @param unwritten what is to be written there
   * @param stdout a listener's, none where the output room reads it
   * @param usesSocket whether it uses its group's shared socket
   * @param ended how it ended, where that is known already
   */
  public record OfChild(
      long token,
      int pid,
      String mark,
      Held pidfd,
      boolean own,
      Held stdin,
      byte[] unwritten,
      Held stdout,
      boolean usesSocket,
      @Nullable Ending ended) {}
}
