package org.steward.rpc.supervisor;

import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessSnapshot;
import org.steward.api.process.SupervisorSnapshot;

/**
 * The name of a process, or of all of a group, as a client spelled it. Faults repeat that spelling,
 * not the one we would choose.
 *
 * @param given the client's spelling: {@code name}, {@code group:name}, {@code group:*} or {@code
 *     group:}
 * @param id the process; its name is meaningless for a whole group
 * @param isGroup whether all of the group is meant
 */
record Namespec(String given, ProcessId id, boolean isGroup) {
  static Namespec parse(String given) {
    int colon = given.indexOf(':');
    if (colon < 0) {
      return new Namespec(given, new ProcessId(given, given), false);
    }
    String name = given.substring(colon + 1);
    boolean isGroup = name.isEmpty() || name.equals("*");
    return new Namespec(given, new ProcessId(given.substring(0, colon), name), isGroup);
  }

  /**
   * The one process named.
   *
   * @throws SupervisorFault BAD_NAME where there is none, or a whole group is named
   */
  ProcessSnapshot in(SupervisorSnapshot snapshot) {
    if (isGroup) {
      throw badName();
    }
    return snapshot.process(id).orElseThrow(this::badName);
  }

  SupervisorFault badName() {
    return new SupervisorFault(Fault.BAD_NAME, given);
  }
}
