package org.steward.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.Fault;
import org.steward.api.control.ProcessOutcome;
import org.steward.api.control.Supervisor;
import org.steward.api.control.SupervisorFault;
import org.steward.api.process.ProcessId;
import org.steward.api.process.SignalNames;

/** What can be done to processes, one, a group's, or several. Safe on any thread. */
final class Orders {
  private final Supervisor supervisor;

  Orders(Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  /** What is done. */
  enum Verb {
    START,
    STOP,
    RESTART,
    SIGNAL,
    CLEAR_LOGS;

    /** As in addresses: {@code clear-logs}. */
    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * How it is done.
   *
   * @param await whether the outcome is that of the start or stop, not only of the order
   * @param signal the signal's number, 0 where none is sent
   */
  record Manner(boolean await, int signal) {
    static Manner of(OrderBody body, Verb verb) {
      Boolean await = body.await();
      return new Manner(await == null || await, verb == Verb.SIGNAL ? number(body.signal()) : 0);
    }

    private static int number(@Nullable String signal) {
      if (signal == null) {
        throw new SupervisorFault(Fault.BAD_SIGNAL, "the body must name the signal");
      }
      return SignalNames.number(signal)
          .orElseThrow(() -> new SupervisorFault(Fault.BAD_SIGNAL, signal));
    }
  }

  /** Does it to one process. Fails with the supervisor's fault. */
  CompletionStage<?> one(Verb verb, ProcessId id, Manner manner) {
    if (supervisor.snapshot().process(id).isEmpty()) {
      return CompletableFuture.failedStage(new SupervisorFault(Fault.BAD_NAME, id.displayName()));
    }
    return switch (verb) {
      case START -> supervisor.startProcess(id, manner.await());
      case STOP -> supervisor.stopProcess(id, manner.await());
      case RESTART -> afterStop(supervisor.stopProcess(id, true), () -> start(id, manner));
      case SIGNAL -> supervisor.signalProcess(id, manner.signal());
      case CLEAR_LOGS -> supervisor.logs().clearProcessLogs(id);
    };
  }

  private CompletionStage<?> start(ProcessId id, Manner manner) {
    return supervisor.startProcess(id, manner.await());
  }

  /** Does it to the processes of a group. */
  CompletionStage<List<OutcomeView>> group(Verb verb, String group, Manner manner) {
    return switch (verb) {
      case START -> views(supervisor.startGroup(group, manner.await()));
      case STOP -> views(supervisor.stopGroup(group, manner.await()));
      case RESTART ->
          supervisor
              .stopGroup(group, true)
              .thenCompose(stopped -> views(supervisor.startGroup(group, manner.await())));
      case SIGNAL -> views(supervisor.signalGroup(group, manner.signal()));
      case CLEAR_LOGS -> several(verb, members(group), manner);
    };
  }

  /** Does it to all processes. */
  CompletionStage<List<OutcomeView>> all(Verb verb, Manner manner) {
    return switch (verb) {
      case START -> views(supervisor.startAll(manner.await()));
      case STOP -> views(supervisor.stopAll(manner.await()));
      case RESTART ->
          supervisor
              .stopAll(true)
              .thenCompose(stopped -> views(supervisor.startAll(manner.await())));
      case SIGNAL -> views(supervisor.signalAll(manner.signal()));
      case CLEAR_LOGS -> several(verb, everybody(), manner);
    };
  }

  /** Does it to several processes at once; no failure of one keeps it from another. */
  CompletionStage<List<OutcomeView>> several(Verb verb, List<ProcessId> ids, Manner manner) {
    List<CompletableFuture<OutcomeView>> parts = new ArrayList<>();
    for (ProcessId id : ids) {
      parts.add(
          one(verb, id, manner)
              .handle((done, failure) -> outcome(id, failure))
              .toCompletableFuture());
    }
    return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
        .thenApply(done -> parts.stream().map(CompletableFuture::join).toList());
  }

  private static OutcomeView outcome(ProcessId id, @Nullable Throwable failure) {
    if (failure == null) {
      return OutcomeView.done(id);
    }
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return OutcomeView.failed(
        id,
        cause instanceof SupervisorFault fault
            ? fault
            : new SupervisorFault(Fault.FAILED, cause.toString()));
  }

  /** What does not run needs no stop: that is no reason not to start it. */
  private static CompletionStage<?> afterStop(
      CompletionStage<Void> stop, java.util.function.Supplier<CompletionStage<?>> next) {
    Function<@Nullable Throwable, CompletionStage<?>> proceed =
        failure ->
            failure == null || isNotRunning(failure)
                ? next.get()
                : CompletableFuture.failedStage(failure);
    return stop.handle((stopped, failure) -> proceed.apply(failure))
        .thenCompose(Function.identity());
  }

  private static boolean isNotRunning(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return cause instanceof SupervisorFault fault && fault.fault() == Fault.NOT_RUNNING;
  }

  private List<ProcessId> members(String group) {
    return supervisor
        .snapshot()
        .group(group)
        .orElseThrow(() -> new SupervisorFault(Fault.BAD_NAME, group))
        .processes()
        .stream()
        .map(process -> process.id())
        .toList();
  }

  private List<ProcessId> everybody() {
    return supervisor.snapshot().processes().stream().map(process -> process.id()).toList();
  }

  private static CompletionStage<List<OutcomeView>> views(
      CompletionStage<List<ProcessOutcome>> outcomes) {
    return outcomes.thenApply(list -> list.stream().map(OutcomeView::of).toList());
  }
}
