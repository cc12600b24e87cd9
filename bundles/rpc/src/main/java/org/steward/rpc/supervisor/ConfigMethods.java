package org.steward.rpc.supervisor;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.steward.api.control.ConfigDiff;
import org.steward.api.control.ConfigInfo;
import org.steward.api.control.Supervisor;
import org.steward.api.http.Role;
import org.steward.api.rpc.RpcMethod;

/** The configuration, and changing the running set to follow it. */
public final class ConfigMethods {
  /** Supervisor's order; what is not among these follows at the end. */
  private static final List<String> ORDER =
      List.of(
          "autostart",
          "autorestart",
          "directory",
          "uid",
          "command",
          "exitcodes",
          "group",
          "group_prio",
          "inuse",
          "killasgroup",
          "name",
          "process_prio",
          "redirect_stderr",
          "startretries",
          "startsecs",
          "stdout_capture_maxbytes",
          "stdout_events_enabled",
          "stdout_logfile",
          "stdout_logfile_backups",
          "stdout_logfile_maxbytes",
          "stdout_syslog",
          "stopsignal",
          "stopwaitsecs",
          "stderr_capture_maxbytes",
          "stderr_events_enabled",
          "stderr_logfile",
          "stderr_logfile_backups",
          "stderr_logfile_maxbytes",
          "stderr_syslog",
          "serverurl");

  private final Supervisor supervisor;

  ConfigMethods(Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  /** Reads the configuration anew, on this thread. */
  @RpcMethod(
      help =
          """
          Read the configuration files again and tell how they differ from what runs. Nothing is
          started or stopped; a file with mistakes is the fault CANT_REREAD and changes nothing.

          @return array result  [[added, changed, removed]], each an array of group names
          """)
  public List<?> reloadConfig() {
    ConfigDiff diff = supervisor.rereadConfig();
    return List.of(List.of(diff.added(), diff.changed(), diff.removed()));
  }

  /** Adds a configured group to the running set. */
  @RpcMethod(
      signature = {"boolean", "string"},
      help =
          """
          Put a group of the configuration to work.

          @param string name  The group
          @return boolean result  Always true; a group that is at work is the fault ALREADY_ADDED
          """)
  public CompletionStage<Boolean> addProcessGroup(String name) {
    return Faults.spelling(name, Outcomes.done(supervisor.addGroup(name)));
  }

  /** Removes a stopped group from the running set. */
  @RpcMethod(
      signature = {"boolean", "string"},
      help =
          """
          Forget a group, all of whose processes are stopped.

          @param string name  The group
          @return boolean result  Always true; a group that still runs is the fault STILL_RUNNING
          """)
  public CompletionStage<Boolean> removeProcessGroup(String name) {
    return Faults.spelling(name, Outcomes.done(supervisor.removeGroup(name)));
  }

  /** The configuration of every process as last read, by name. */
  @RpcMethod(
      role = Role.READ,
      help =
          """
          Tell the configuration of all processes as it was last read.

          @return array infos  A struct for each process; its members are named as the keys of the
                               configuration file, next to name, group, group_prio, process_prio
                               and inuse
          """)
  public List<?> getAllConfigInfo() {
    return supervisor.configInfo().stream()
        .sorted(Comparator.comparing(info -> info.id().name()))
        .map(ConfigMethods::members)
        .toList();
  }

  private static Map<String, Object> members(ConfigInfo info) {
    Map<String, Object> known = new LinkedHashMap<>(info.values());
    known.put("group", info.id().group());
    known.put("group_prio", info.groupPriority());
    known.put("inuse", info.inUse());
    known.put("name", info.id().name());
    Map<String, Object> ordered = new LinkedHashMap<>();
    for (String name : ORDER) {
      Object value = known.remove(name);
      ordered.put(name, value == null ? "none" : value);
    }
    ordered.putAll(known);
    return ordered;
  }
}
