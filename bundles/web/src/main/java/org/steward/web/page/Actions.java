package org.steward.web.page;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.Fault;
import org.steward.api.control.Supervisor;
import org.steward.api.control.SupervisorFault;
import org.steward.api.http.Role;
import org.steward.api.process.ProcessId;
import org.steward.web.http.Names;

/**
 * What the links of the status page do. The names of the actions and the sentences about their
 * outcome are Supervisor's, as scripts use the one and look for the other.
 */
final class Actions {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);

  private final Supervisor supervisor;
  private final InstantSource clock;

  Actions(Supervisor supervisor, InstantSource clock) {
    this.supervisor = supervisor;
    this.clock = clock;
  }

  /** Who may ask for an action: everybody for one that changes nothing, or is none. */
  static Role role(String action) {
    return switch (action) {
      case "stopall", "restartall", "start", "stop", "restart", "clearlog" -> Role.OPERATE;
      default -> Role.READ;
    };
  }

  /**
   * Performs an action.
   *
   * @param process the process as named in the URL, null if none is
   * @return what to tell the user when it is done, never exceptional for a {@link SupervisorFault};
   *     null if there is no such action or it needs a process
   */
  @Nullable CompletionStage<String> perform(String action, @Nullable String process) {
    return switch (action) {
      case "refresh" -> told("Page refreshed at " + now());
      case "stopall" ->
          supervisor
              .stopAll(true)
              .handle(
                  (done, fault) ->
                      fault == null ? "All stopped at " + now() : unexpected(fault(fault)));
      case "restartall" ->
          supervisor
              .stopAll(true)
              .handle((stopped, fault) -> supervisor.startAll(true))
              .thenCompose(Function.identity())
              .handle((started, fault) -> "All restarted at " + now());
      case "start", "stop", "restart", "clearlog" ->
          process == null ? null : performOn(action, process);
      default -> null;
    };
  }

  private CompletionStage<String> performOn(String action, String name) {
    ProcessId id = Names.parse(name);
    if (id == null || supervisor.snapshot().process(id).isEmpty()) {
      return told("No such process named " + name);
    }
    return switch (action) {
      case "start" ->
          supervisor
              .startProcess(id, true)
              .handle(
                  (done, fault) ->
                      fault == null
                          ? "Process " + name + " started"
                          : "ERROR: Process " + name + ": " + startFault(fault(fault)));
      case "stop" ->
          supervisor.stopProcess(id, true).handle(outcome("Process " + name + " stopped"));
      case "restart" ->
          supervisor
              .stopProcess(id, true)
              .handle((stopped, fault) -> supervisor.startProcess(id, true))
              .thenCompose(Function.identity())
              .handle((started, fault) -> "Process " + name + " restarted");
      default ->
          supervisor.logs().clearProcessLogs(id).handle(outcome("Log for " + name + " cleared"));
    };
  }

  private static BiFunction<Void, @Nullable Throwable, String> outcome(String success) {
    return (done, fault) -> fault == null ? success : unexpected(fault(fault));
  }

  private static String startFault(SupervisorFault fault) {
    return switch (fault.fault()) {
      case NO_FILE -> "no such file";
      case NOT_EXECUTABLE -> "file not executable";
      case ALREADY_STARTED -> "already started";
      case SPAWN_ERROR -> "spawn error";
      case ABNORMAL_TERMINATION -> "abnormal termination";
      default -> unexpected(fault);
    };
  }

  static String unexpected(SupervisorFault fault) {
    return "unexpected rpc fault [" + fault.code() + "] " + fault.getMessage();
  }

  /** The fault behind a stage's failure; what is none is an error of ours and not to be hidden. */
  private static SupervisorFault fault(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException wrapper && wrapper.getCause() != null
            ? wrapper.getCause()
            : failure;
    return cause instanceof SupervisorFault fault
        ? fault
        : new SupervisorFault(Fault.FAILED, cause.toString());
  }

  private static CompletionStage<String> told(String message) {
    return CompletableFuture.completedStage(message);
  }

  private String now() {
    return TIME.format(clock.instant().atZone(ZoneId.systemDefault()));
  }
}
