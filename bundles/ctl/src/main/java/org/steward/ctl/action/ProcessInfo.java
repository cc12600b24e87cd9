package org.steward.ctl.action;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.steward.ctl.rpc.RpcFault;
import org.steward.ctl.rpc.Struct;

/**
 * What the server tells about a process.
 *
 * @param state the state's number, see {@link #isStopped}
 * @param pid 0 if there is none
 * @param all everything the server told
 */
record ProcessInfo(
    String group, String name, int state, String stateName, String description, int pid, Struct all)
    implements Recorded {

  static final int RUNNING = 20;

  private static final int STOPPED = 0;
  private static final int EXITED = 100;
  private static final int FATAL = 200;
  private static final int UNKNOWN = 1000;

  static ProcessInfo of(Object value) throws IOException {
    Struct struct = Struct.of(value);
    return new ProcessInfo(
        struct.string("group"),
        struct.string("name"),
        struct.integer("state"),
        struct.string("statename"),
        struct.string("description"),
        struct.integer("pid"),
        struct);
  }

  static List<ProcessInfo> all(Session session) throws IOException, RpcFault {
    List<Object> answer = Struct.items(session.call("supervisor.getAllProcessInfo"));
    List<ProcessInfo> infos = new ArrayList<>(answer.size());
    for (Object item : answer) {
      infos.add(of(item));
    }
    return infos;
  }

  /** Named as the HTTP API names the same. */
  @Override
  public Struct record() {
    Struct record = Namespec.record(group, name);
    record.put("state", stateName);
    record.put("pid", pid);
    copy(record, "startedAt", "start");
    copy(record, "stoppedAt", "stop");
    record.put("description", description);
    copy(record, "exitStatus", "exitstatus");
    copy(record, "spawnError", "spawnerr");
    copy(record, "stdoutLog", "stdout_logfile");
    copy(record, "stderrLog", "stderr_logfile");
    return record;
  }

  private void copy(Struct record, String field, String member) {
    Object value = all.get(member);
    if (value != null) {
      record.put(field, value);
    }
  }

  String namespec() {
    return Namespec.of(group, name);
  }

  /** Whether this is one of the states without a process that nobody is about to start. */
  boolean isStopped() {
    return state == STOPPED || state == EXITED || state == FATAL || state == UNKNOWN;
  }
}
