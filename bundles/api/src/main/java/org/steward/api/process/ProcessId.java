package org.steward.api.process;

import java.util.Objects;

/**
 * The name of one supervised process: the group it belongs to and its name within that group.
 *
 * @param group the group's name
 * @param name the process's name within its group
 */
public record ProcessId(String group, String name) implements Comparable<ProcessId> {
  /** Rejects null parts. */
  public ProcessId {
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(name, "name");
  }

  /**
   * The name as users see it: {@code name} where group and name are the same, else {@code
   * group:name}.
   */
  public String displayName() {
    return group.equals(name) ? name : group + ":" + name;
  }

  /** Always {@code group:name}. */
  public String qualifiedName() {
    return group + ":" + name;
  }

  @Override
  public int compareTo(ProcessId other) {
    int byGroup = group.compareTo(other.group);
    return byGroup != 0 ? byGroup : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return qualifiedName();
  }
}
