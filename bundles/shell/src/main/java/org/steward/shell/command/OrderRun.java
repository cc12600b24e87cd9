package org.steward.shell.command;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.steward.api.control.Fault;
import org.steward.api.control.ProcessOutcome;
import org.steward.api.control.SupervisorFault;
import org.steward.api.process.ProcessId;

/** Carries an order out on one target after the other, with a line for each process. */
final class OrderRun {
  private final Order order;
  private final Means means;
  private final PrintStream out;
  private boolean failed;

  OrderRun(Order order, Means means, PrintStream out) {
    this.order = order;
    this.means = means;
    this.out = out;
  }

  /** How the supervisor is told. */
  interface Means {
    CompletionStage<Void> process(ProcessId id);

    CompletionStage<List<ProcessOutcome>> group(String name);

    CompletionStage<List<ProcessOutcome>> all();
  }

  /**
   * Does it; ends with status 1 if one of them failed.
   *
   * @throws CommandFailure if there is nothing to do it on
   */
  void on(String... words) throws CommandFailure, InterruptedException {
    if (words.length == 0) {
      throw new CommandFailure(
          CommandFailure.USAGE, "expected names of processes, <group>:* or all");
    }
    for (String word : words) {
      on(Target.parse(word));
    }
    if (failed) {
      Run.endWith(CommandFailure.GENERIC);
    }
  }

  private void on(Target target) throws InterruptedException {
    switch (target) {
      case Target.All() -> tell(Run.await(means.all()));
      case Target.Group(String name) -> group(name);
      case Target.One(ProcessId id) -> process(id);
    }
  }

  private void group(String name) throws InterruptedException {
    try {
      tell(Run.await(means.group(name)));
    } catch (SupervisorFault fault) {
      failed = true;
      String words =
          fault.fault() == Fault.BAD_NAME
              ? "no such group"
              : Words.of(fault.fault(), fault.detail());
      out.println(name + ": ERROR (" + words + ")");
    }
  }

  private void process(ProcessId id) throws InterruptedException {
    try {
      Run.await(means.process(id));
      tell(id, Fault.SUCCESS);
    } catch (SupervisorFault fault) {
      tell(id, fault.fault());
    }
  }

  private void tell(List<ProcessOutcome> outcomes) {
    outcomes.forEach(outcome -> tell(outcome.id(), outcome.status()));
  }

  private void tell(ProcessId id, Fault status) {
    failed |= order.isFailure(status);
    out.println(order.line(id, status));
  }
}
