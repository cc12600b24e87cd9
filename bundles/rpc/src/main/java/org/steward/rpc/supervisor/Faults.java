package org.steward.rpc.supervisor;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;

/**
 * Gives the facade's faults the words Supervisor's clients see: where a fault is about a name, the
 * name as the client spelled it.
 */
final class Faults {
  private static final Set<Fault> ABOUT_A_NAME =
      EnumSet.of(
          Fault.BAD_NAME,
          Fault.ALREADY_STARTED,
          Fault.NOT_RUNNING,
          Fault.SPAWN_ERROR,
          Fault.ABNORMAL_TERMINATION,
          Fault.ALREADY_ADDED,
          Fault.STILL_RUNNING);

  private Faults() {}

  /** The stage, with its faults about names spelled as given. */
  static <T> CompletionStage<T> spelling(String given, CompletionStage<T> stage) {
    return spelling(given, stage, ABOUT_A_NAME);
  }

  /** The stage, with the listed faults spelled as given. */
  static <T> CompletionStage<T> spelling(
      String given, CompletionStage<T> stage, Set<Fault> faults) {
    return mapped(
        stage,
        fault ->
            faults.contains(fault.fault()) ? new SupervisorFault(fault.fault(), given) : fault);
  }

  /** The stage, with faults that say no more than their names. */
  static <T> CompletionStage<T> withoutDetail(CompletionStage<T> stage) {
    return mapped(stage, fault -> new SupervisorFault(fault.fault()));
  }

  private static <T> CompletionStage<T> mapped(
      CompletionStage<T> stage, UnaryOperator<SupervisorFault> words) {
    return stage.exceptionally(
        thrown -> {
          Throwable cause = cause(thrown);
          throw cause instanceof SupervisorFault fault
              ? words.apply(fault)
              : new CompletionException(cause);
        });
  }

  /** What a stage failed with, without the wrapper of the stages before it. */
  static Throwable cause(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return thrown instanceof CompletionException && cause != null ? cause : thrown;
  }
}
