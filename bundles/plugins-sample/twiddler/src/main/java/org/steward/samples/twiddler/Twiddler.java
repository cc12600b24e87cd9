package org.steward.samples.twiddler;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.steward.api.control.Fault;
import org.steward.api.control.Supervisor;
import org.steward.api.control.SupervisorFault;
import org.steward.api.http.Role;
import org.steward.api.process.GroupSnapshot;
import org.steward.api.process.ProcessId;
import org.steward.api.process.SupervisorState;
import org.steward.api.rpc.RpcMethod;
import org.steward.api.rpc.RpcNamespace;
import org.steward.api.rpc.RpcOptional;

/**
 * The RPC methods. What they do is in force until the daemon ends; no file is changed.
 *
 * <p>The section's key {@code whitelist} may name the methods that can be called; without it, all.
 */
@Component(
    configurationPid = "steward.rpcinterface.twiddler",
    property = RpcNamespace.NAME + "=twiddler")
public final class Twiddler implements RpcNamespace {
  /** The version of the original's interface. */
  private static final String API_VERSION = "1.0";

  /** The original's fault for a method that is not in the white list. */
  private static final int NOT_IN_WHITELIST = 230;

  private final Supervisor supervisor;
  private final List<String> whitelist;

  /** What {@code [rpcinterface:twiddler]} may say. */
  @interface Settings {
    /** The methods that can be called, with commas in between; empty for all. */
    String whitelist() default "";
  }

  /** Called by Declarative Services, again whenever the section changes. */
  @Activate
  public Twiddler(@Reference Supervisor supervisor, Settings settings) {
    this.supervisor = supervisor;
    this.whitelist = List.of(settings.whitelist().strip().split("\\s*,\\s*"));
  }

  /** The interface's version. */
  @RpcMethod(
      role = Role.READ,
      help = "Tell the version of this interface.\n\n@return string result  The version\n")
  public String getAPIVersion() {
    permit("getAPIVersion");
    return API_VERSION;
  }

  /** The groups of the running set. */
  @RpcMethod(
      role = Role.READ,
      help = "Name the groups that run.\n\n@return array result  Their names\n")
  public List<String> getGroupNames() {
    permit("getGroupNames");
    return supervisor.snapshot().groups().stream().map(GroupSnapshot::name).toList();
  }

  /** Writes a line to the daemon's log. */
  @RpcMethod(
      role = Role.OPERATE,
      help =
          """
          Write a line to the daemon's log.

          @param string message    The line
          @param string|int level  Its level, by name (INFO) or number (20); INFO if left out
          @return boolean result   Always true
          """)
  public boolean log(String message, @RpcOptional("INFO") Object level) {
    permit("log");
    supervisor.logs().write(Levels.severity(level), message);
    return true;
  }

  /** Adds a program to a group. */
  @RpcMethod(
      help =
          """
          Add a program to a group that runs: as many processes as its option numprocs says.

          @param string group_name       The group
          @param string program_name     The program
          @param struct program_options  The options of a [program:x] section
          @return boolean result         Always true
          """)
  public CompletionStage<Boolean> addProgramToGroup(
      String groupName, String programName, Map<?, ?> programOptions) {
    permit("addProgramToGroup");
    Map<String, String> options = new HashMap<>();
    programOptions.forEach((key, value) -> options.put(key.toString(), text(value)));
    return supervisor.addProgram(groupName, programName, options).thenApply(done -> true);
  }

  /** The original takes strings only; numbers and booleans cannot be meant otherwise. */
  private static String text(Object value) {
    if (value instanceof List<?> || value instanceof Map<?, ?>) {
      throw new SupervisorFault(Fault.INCORRECT_PARAMETERS, "expected options that are strings");
    }
    return value.toString();
  }

  /** Removes a process from its group. */
  @RpcMethod(
      help =
          """
          Remove a process that is stopped from its group.

          @param string group_name    The group
          @param string process_name  The process, not the program
          @return boolean result      Always true
          """)
  public CompletionStage<Boolean> removeProcessFromGroup(String groupName, String processName) {
    permit("removeProcessFromGroup");
    return supervisor.removeProcess(new ProcessId(groupName, processName)).thenApply(done -> true);
  }

  private void permit(String method) {
    if (supervisor.snapshot().state() == SupervisorState.SHUTDOWN) {
      throw new SupervisorFault(Fault.SHUTDOWN_STATE);
    }
    if (!whitelist.equals(List.of("")) && !whitelist.contains(method)) {
      throw new SupervisorFault(NOT_IN_WHITELIST, "NOT_IN_WHITELIST: " + method);
    }
  }
}
