package org.steward.rpc.dispatch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.api.rpc.RpcAnswer;
import org.steward.api.rpc.RpcEndpoint;
import org.steward.rpc.codec.AnswerWriter;
import org.steward.rpc.codec.Call;
import org.steward.rpc.codec.Limits;
import org.steward.rpc.codec.MalformedRequest;
import org.steward.rpc.codec.RefusedRequest;
import org.steward.rpc.codec.RequestReader;
import org.steward.rpc.dispatch.Outcome.Failed;
import org.steward.rpc.dispatch.Outcome.Pending;
import org.steward.rpc.dispatch.Outcome.Settled;
import org.steward.rpc.dispatch.Outcome.Value;

/**
 * The endpoint: reads a call, has it made, writes its answer. All on the caller's thread, unless
 * the call hangs on something: then the caller's thread is free at once, and the answer is written
 * when the call is decided. Safe on any thread.
 */
public final class Dispatcher implements RpcEndpoint {
  private final RequestReader reader;
  private final Invoker invoker;
  private final Limits limits;
  private final RpcLog log;

  /** An endpoint over the given parts. */
  public Dispatcher(RequestReader reader, Invoker invoker, Limits limits, RpcLog log) {
    this.reader = reader;
    this.invoker = invoker;
    this.limits = limits;
    this.log = log;
  }

  @Override
  public CompletionStage<byte[]> call(byte[] request, Caller caller) {
    return answer(request, caller)
        .thenApply(
            answer ->
                switch (answer) {
                  case RpcAnswer.Document(byte[] body) -> body;
                  case RpcAnswer.BadRequest(String reason) ->
                      fault(new SupervisorFault(Fault.INCORRECT_PARAMETERS, reason));
                });
  }

  @Override
  public CompletionStage<RpcAnswer> answer(byte[] request, Caller caller) {
    try {
      return dispatch(reader.read(request).by(caller));
    } catch (MalformedRequest e) {
      log.warn("XML-RPC request of " + from(caller) + " is invalid: " + e.reason());
      return CompletableFuture.completedFuture(new RpcAnswer.BadRequest(e.reason()));
    } catch (RefusedRequest e) {
      log.warn("XML-RPC request of " + from(caller) + " is refused: " + e.reason());
      return CompletableFuture.completedFuture(
          document(new SupervisorFault(Fault.INCORRECT_PARAMETERS, e.reason())));
    }
  }

  private CompletionStage<RpcAnswer> dispatch(Call call) {
    return switch (invoker.invoke(call)) {
      case Settled settled -> CompletableFuture.completedFuture(encode(call, settled));
      case Pending pending -> {
        CompletableFuture<RpcAnswer> answer = new CompletableFuture<>();
        invoker.whenSettled(pending, settled -> answer.complete(encode(call, settled)));
        yield answer;
      }
    };
  }

  private RpcAnswer encode(Call call, Settled settled) {
    return switch (settled) {
      case Failed(SupervisorFault fault) -> document(fault);
      case Value(Object value) -> encode(call, value);
    };
  }

  private RpcAnswer encode(Call call, @Nullable Object value) {
    try {
      return new RpcAnswer.Document(AnswerWriter.result(value, limits));
    } catch (Throwable t) {
      // A plugin's list or map may be any code, and a caller left without an answer waits forever.
      return document(invoker.failed(call.methodName(), t).fault());
    }
  }

  private static RpcAnswer document(SupervisorFault fault) {
    return new RpcAnswer.Document(fault(fault));
  }

  private static byte[] fault(SupervisorFault fault) {
    return AnswerWriter.fault(fault.code(), String.valueOf(fault.getMessage()));
  }

  private static String from(Caller caller) {
    return caller.user().isEmpty() ? caller.address() : caller.user() + "@" + caller.address();
  }
}
