package org.steward.ctl.action;

import org.steward.ctl.rpc.Struct;

/**
 * What was, or would be, done to a group of the running set, for a report.
 *
 * @param kind added, changed or removed, as the HTTP API says it
 * @param problem why it was not done, empty if it was
 */
record GroupChange(String group, String kind, boolean done, String problem) implements Recorded {

  static final String ADDED = "added";
  static final String CHANGED = "changed";
  static final String REMOVED = "removed";

  static GroupChange done(String group, String kind) {
    return new GroupChange(group, kind, true, "");
  }

  static GroupChange refused(String group, String kind, String problem) {
    return new GroupChange(group, kind, false, problem);
  }

  @Override
  public Struct record() {
    Struct record = new Struct();
    record.put("name", group);
    record.put("change", kind);
    record.put("done", done);
    if (!done && !problem.isEmpty()) {
      record.put("detail", problem);
    }
    return record;
  }
}
