package org.steward.ctl.action;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.steward.ctl.rpc.RpcFault;
import org.steward.ctl.rpc.Struct;

/** What the server found changed when it read its configuration files again: names of groups. */
record ConfigDiff(List<String> added, List<String> changed, List<String> removed) {

  /** Makes the server read its files. */
  static ConfigDiff reread(Session session) throws IOException, RpcFault {
    List<Object> answer = Struct.items(session.call("supervisor.reloadConfig"));
    List<Object> lists = Struct.items(answer.isEmpty() ? answer : answer.getFirst());
    if (lists.size() != 3) {
      throw new IOException(
          "the answer of reloadConfig is " + answer + ": expected added, changed, removed");
    }
    return new ConfigDiff(names(lists.get(0)), names(lists.get(1)), names(lists.get(2)));
  }

  private static List<String> names(Object list) throws IOException {
    List<String> names = new ArrayList<>();
    for (Object name : Struct.items(list)) {
      names.add(String.valueOf(name));
    }
    return names;
  }
}
