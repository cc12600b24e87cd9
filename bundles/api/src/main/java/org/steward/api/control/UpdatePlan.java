package org.steward.api.control;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steward.api.process.ProcessId;

/**
 * What an update would do, or did, to have the running set follow the configuration.
 *
 * @param groups the groups that differ: those removed, those changed, those added
 */
public record UpdatePlan(List<GroupChange> groups) {
  /** Takes an immutable copy. */
  public UpdatePlan {
    groups = List.copyOf(groups);
  }

  /** How a group differs. */
  public enum Kind {
    /** It is configured and not in the running set. */
    ADDED,
    /** It is in the running set otherwise than configured. */
    CHANGED,
    /** It is in the running set and configured no more. */
    REMOVED
  }

  /**
   * One group that differs.
   *
   * @param group its name
   * @param kind how it differs
   * @param options its own options that differ
   * @param processes its processes that differ, by name
   * @param untouched how many of its processes do not
   */
  public record GroupChange(
      String group,
      Kind kind,
      List<OptionChange> options,
      List<ProcessChange> processes,
      int untouched) {
    /** Takes immutable copies. */
    public GroupChange {
      options = List.copyOf(options);
      processes = List.copyOf(processes);
    }

    /** Whether none of the processes there were before goes on running. */
    public boolean stopsAll() {
      return kind != Kind.ADDED
          && untouched == 0
          && !processes.isEmpty()
          && processes.stream().noneMatch(process -> process.effect() == ChangeEffect.LIVE);
    }
  }

  /**
   * One process that differs.
   *
   * @param id its name
   * @param effect what is done to it
   * @param options its options that differ; of a process that comes or goes, all that are set
   */
  public record ProcessChange(ProcessId id, ChangeEffect effect, List<OptionChange> options) {
    /** Takes an immutable copy. */
    public ProcessChange {
      options = List.copyOf(options);
    }
  }

  /**
   * One option that differs. What looks like a secret is masked.
   *
   * @param option its name; for a variable {@code environment.} and its name
   * @param before the value in use, null for none
   * @param after the value configured, null for none
   * @param effect what this change takes by itself
   */
  public record OptionChange(
      String option, @Nullable String before, @Nullable String after, ChangeEffect effect) {}
}
