package org.steward.rpc.dispatch;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.api.rpc.RpcEndpoint.Caller;
import org.steward.rpc.codec.AnswerTooLarge;
import org.steward.rpc.codec.Call;
import org.steward.rpc.codec.Limits;
import org.steward.rpc.codec.ResultList;
import org.steward.rpc.dispatch.Outcome.Failed;
import org.steward.rpc.dispatch.Outcome.Pending;
import org.steward.rpc.dispatch.Outcome.Settled;
import org.steward.rpc.dispatch.Outcome.Value;

/**
 * Runs calls one after the other, each when the one before is decided, as Supervisor does. Results
 * are not wrapped in arrays of one, against the letter of the multicall convention: Supervisor's
 * clients expect it so. Whether the caller may make a call is asked for each of them.
 *
 * <p>Runs on the caller's thread until a member hangs, then on the invoker's executor; one thread
 * at a time, each handing over to the next through the member's completion.
 */
final class Multicall {
  static final String NAME = "system.multicall";

  private final Iterator<?> calls;
  private final Caller caller;
  private final Invoker invoker;
  private final ResultList results;
  private final CompletableFuture<Object> all = new CompletableFuture<>();

  Multicall(List<?> calls, Caller caller, Invoker invoker, Limits limits) {
    this.calls = calls.iterator();
    this.caller = caller;
    this.invoker = invoker;
    this.results = new ResultList(limits);
  }

  /** Begins; the future completes with the list of results. */
  CompletableFuture<Object> run() {
    guarded(this::proceed);
    return all;
  }

  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (Throwable t) {
      // Above all AnswerTooLarge; whatever it is, the caller must not be left without an answer.
      all.completeExceptionally(t);
    }
  }

  private void proceed() {
    while (calls.hasNext()) {
      Object member = calls.next();
      switch (begin(member)) {
        case Settled settled -> record(member, settled);
        case Pending pending -> {
          invoker.whenSettled(pending, settled -> guarded(() -> resume(member, settled)));
          return;
        }
      }
    }
    all.complete(results);
  }

  private void resume(Object member, Settled settled) {
    record(member, settled);
    proceed();
  }

  private Outcome begin(Object member) {
    if (!(member instanceof Map<?, ?> call)) {
      return refused("not a struct");
    }
    if (!(call.get("methodName") instanceof String name)) {
      return refused("No methodName");
    }
    if (name.equals(NAME)) {
      return refused("Recursive system.multicall forbidden");
    }
    Object params = call.containsKey("params") ? call.get("params") : List.of();
    return params instanceof List<?> list
        ? invoker.invoke(new Call(name, list, caller))
        : refused("params is not an array");
  }

  private static Failed refused(String why) {
    return new Failed(new SupervisorFault(Fault.INCORRECT_PARAMETERS, why));
  }

  private void record(Object member, Settled settled) {
    switch (settled) {
      case Failed(SupervisorFault fault) -> addFault(fault);
      case Value(Object value) -> {
        try {
          results.add(value);
        } catch (AnswerTooLarge e) {
          throw e;
        } catch (Throwable t) {
          // One result that cannot be written costs the others nothing.
          addFault(invoker.failed(nameOf(member), t).fault());
        }
      }
    }
  }

  private static String nameOf(Object member) {
    return member instanceof Map<?, ?> call ? String.valueOf(call.get("methodName")) : "?";
  }

  private void addFault(SupervisorFault fault) {
    results.addFault(fault.code(), String.valueOf(fault.getMessage()));
  }
}
