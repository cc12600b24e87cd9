package org.steward.rpc.supervisor;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.steward.api.control.Fault;
import org.steward.api.control.ProcessOutcome;
import org.steward.api.control.SupervisorFault;
import org.steward.api.process.ProcessId;
import org.steward.rpc.codec.MemberName;
import org.steward.rpc.codec.WireValue;

/** What is answered to orders: true, or for many processes a struct of what became of each. */
final class Outcomes {
  private static final MemberName NAME = new MemberName("name");
  private static final MemberName GROUP = new MemberName("group");
  private static final MemberName STATUS = new MemberName("status");
  private static final MemberName DESCRIPTION = new MemberName("description");

  private Outcomes() {}

  /** The answer to an order that says no more than that it was carried out. */
  static CompletionStage<Boolean> done(CompletionStage<?> order) {
    return order.thenApply(nothing -> true);
  }

  static CompletionStage<List<WireValue>> encoded(CompletionStage<List<ProcessOutcome>> outcomes) {
    return outcomes.thenApply(all -> all.stream().map(Outcomes::encoded).toList());
  }

  private static WireValue encoded(ProcessOutcome outcome) {
    return out ->
        out.openStruct()
            .member(NAME, outcome.id().name())
            .member(GROUP, outcome.id().group())
            .member(STATUS, outcome.status().code())
            .member(DESCRIPTION, outcome.description())
            .closeStruct();
  }

  static ProcessOutcome success(ProcessId id) {
    return new ProcessOutcome(id, Fault.SUCCESS, "OK");
  }

  static ProcessOutcome failure(ProcessId id, SupervisorFault fault) {
    return new ProcessOutcome(id, fault.fault(), String.valueOf(fault.getMessage()));
  }
}
