package org.steward.ctl.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.steward.ctl.rpc.Struct;

/**
 * What {@code --json} prints in place of lines: one object with the action, its exit status, a list
 * for each kind of record, and whatever else was said as messages. For the main thread.
 */
public final class JsonReport {

  private final String action;
  private final Map<String, List<Object>> lists = new LinkedHashMap<>();
  private final List<Object> messages = new ArrayList<>();
  private final Struct members = new Struct();

  /**
   * @param action as it was called
   */
  public JsonReport(String action) {
    this.action = action;
  }

  void add(String list, Struct record) {
    lists.computeIfAbsent(list, name -> new ArrayList<>()).add(record);
  }

  /** Has the list in the report even if nothing is added to it. */
  void expect(String list) {
    lists.computeIfAbsent(list, name -> new ArrayList<>());
  }

  void put(String member, Object value) {
    members.put(member, value);
  }

  void message(String text) {
    messages.add(text);
  }

  /** {@return the object, on one line without its end} */
  public String text(int exitStatus) {
    Struct all = new Struct();
    all.put("action", action);
    all.put("exitStatus", exitStatus);
    for (String name : members.names()) {
      Object value = members.get(name);
      if (value != null) {
        all.put(name, value);
      }
    }
    lists.forEach(all::put);
    if (!messages.isEmpty()) {
      all.put("messages", messages);
    }
    return JsonText.of(all);
  }
}
