package org.steward.rpc.supervisor;

import java.time.ZoneId;
import org.steward.api.process.ProcessSnapshot;
import org.steward.rpc.codec.AnswerWriter;
import org.steward.rpc.codec.MemberName;
import org.steward.rpc.codec.WireValue;

/**
 * What {@code getProcessInfo} tells of a process, in Supervisor's order.
 *
 * @param process the process
 * @param now wall-clock second of the request
 * @param zone the zone descriptions are in
 */
record ProcessInfo(ProcessSnapshot process, long now, ZoneId zone) implements WireValue {
  private static final MemberName NAME = new MemberName("name");
  private static final MemberName GROUP = new MemberName("group");
  private static final MemberName START = new MemberName("start");
  private static final MemberName STOP = new MemberName("stop");
  private static final MemberName NOW = new MemberName("now");
  private static final MemberName STATE = new MemberName("state");
  private static final MemberName STATENAME = new MemberName("statename");
  private static final MemberName SPAWNERR = new MemberName("spawnerr");
  private static final MemberName EXITSTATUS = new MemberName("exitstatus");
  private static final MemberName LOGFILE = new MemberName("logfile");
  private static final MemberName STDOUT_LOGFILE = new MemberName("stdout_logfile");
  private static final MemberName STDERR_LOGFILE = new MemberName("stderr_logfile");
  private static final MemberName PID = new MemberName("pid");
  private static final MemberName DESCRIPTION = new MemberName("description");

  @Override
  public void writeTo(AnswerWriter out) {
    out.openStruct()
        .member(NAME, process.id().name())
        .member(GROUP, process.id().group())
        .member(START, process.startedAt())
        .member(STOP, process.stoppedAt())
        .member(NOW, now)
        .member(STATE, process.state().code())
        .member(STATENAME, process.state().name())
        .member(SPAWNERR, process.spawnError())
        .member(EXITSTATUS, process.exitStatus())
        .member(LOGFILE, process.stdoutLog())
        .member(STDOUT_LOGFILE, process.stdoutLog())
        .member(STDERR_LOGFILE, process.stderrLog())
        .member(PID, process.pid())
        .member(DESCRIPTION, Descriptions.of(process, now, zone))
        .closeStruct();
  }
}
