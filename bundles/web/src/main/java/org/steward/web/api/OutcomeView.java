package org.steward.web.api;

import org.jspecify.annotations.Nullable;
import org.steward.api.control.Fault;
import org.steward.api.control.ProcessOutcome;
import org.steward.api.control.SupervisorFault;
import org.steward.api.process.ProcessId;

@Doc("What became of one process in a request for several.")
record OutcomeView(
    @Doc("Group and name with a colon in between.") String id,
    @Doc("Whether it was done.") boolean done,
    @Doc("SUCCESS, or the fault of the XML-RPC interface.") String status,
    @Doc(value = "Why it was not done.", optional = true) @Nullable String detail) {

  static OutcomeView of(ProcessOutcome outcome) {
    boolean done = outcome.status() == Fault.SUCCESS;
    return new OutcomeView(
        outcome.id().qualifiedName(),
        done,
        outcome.status().name(),
        done ? null : ProblemView.sentence(outcome.status()) + ".");
  }

  static OutcomeView done(ProcessId id) {
    return new OutcomeView(id.qualifiedName(), true, Fault.SUCCESS.name(), null);
  }

  static OutcomeView failed(ProcessId id, SupervisorFault fault) {
    return new OutcomeView(
        id.qualifiedName(), false, fault.fault().name(), ProblemView.of(fault).detail());
  }
}
