package org.steward.rpc.supervisor;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
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
  /** The faults whose detail is the name of what they are about. */
  private static final Set<Fault> ABOUT_A_NAME =
      EnumSet.of(
          Fault.BAD_NAME,
          Fault.ALREADY_STARTED,
          Fault.NOT_RUNNING,
          Fault.SPAWN_ERROR,
          Fault.ABNORMAL_TERMINATION,
          Fault.ALREADY_ADDED,
          Fault.STILL_RUNNING);

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

  /** The stage, with faults that speak of a name repeating the client's spelling. */
  static <T> CompletionStage<T> spelling(String given, CompletionStage<T> stage) {
    return spelling(given, stage, ABOUT_A_NAME);
  }

  /** The stage, with the given faults repeating the client's spelling. */
  static <T> CompletionStage<T> spelling(
      String given, CompletionStage<T> stage, Set<Fault> faults) {
    return stage.exceptionally(
        thrown -> {
          Throwable cause =
              thrown instanceof CompletionException wrapper && wrapper.getCause() != null
                  ? wrapper.getCause()
                  : thrown;
          if (cause instanceof SupervisorFault fault && faults.contains(fault.fault())) {
            throw new SupervisorFault(fault.fault(), given);
          }
          throw new CompletionException(cause);
        });
  }

  /** The stage of an order that says no more than that it was carried out. */
  static CompletionStage<Boolean> done(CompletionStage<?> order) {
    return order.thenApply(nothing -> true);
  }
}
