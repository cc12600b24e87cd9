package org.steward.ctl.action;

import org.jspecify.annotations.Nullable;
import org.steward.ctl.rpc.Struct;

/**
 * What names a process: {@code group:process}, or {@code group:*} and {@code group:} for the whole
 * group, or one word for both where group and process are named alike.
 *
 * @param group the group's name
 * @param process the process's name, or null for all of the group
 */
record Namespec(String group, @Nullable String process) {

  static Namespec parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return new Namespec(text, text);
    }
    String process = text.substring(colon + 1);
    boolean all = process.isEmpty() || process.equals("*");
    return new Namespec(text.substring(0, colon), all ? null : process);
  }

  /** {@return group and process, or group and star, with a colon in between} */
  static String qualified(String name) {
    Namespec spec = parse(name);
    return spec.group() + ":" + (spec.process() == null ? "*" : spec.process());
  }

  /** {@return a record with the fields that name a process, as the HTTP API names them} */
  static Struct record(String group, String process) {
    Struct record = new Struct();
    record.put("id", group + ":" + process);
    record.put("group", group);
    record.put("name", process);
    record.put("displayName", of(group, process));
    return record;
  }

  /** {@return the short form of a process's name} */
  static String of(String group, String process) {
    return group.equals(process) ? process : group + ":" + process;
  }
}
