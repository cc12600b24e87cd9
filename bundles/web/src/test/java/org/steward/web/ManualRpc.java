package org.steward.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.steward.api.rpc.RpcAnswer;
import org.steward.api.rpc.RpcEndpoint;

/**
 * Answers a call with its own body; where the body begins with "wait", when told to, and with
 * "bad", that it is no call.
 */
final class ManualRpc implements RpcEndpoint {
  final List<Caller> callers = new CopyOnWriteArrayList<>();
  final List<CompletableFuture<byte[]>> waiting = new CopyOnWriteArrayList<>();

  @Override
  public CompletionStage<RpcAnswer> answer(byte[] request, Caller caller) {
    return new String(request, UTF_8).startsWith("bad")
        ? CompletableFuture.completedFuture(new RpcAnswer.BadRequest("no <call>"))
        : RpcEndpoint.super.answer(request, caller);
  }

  @Override
  public CompletionStage<byte[]> call(byte[] request, Caller caller) {
    callers.add(caller);
    if (!new String(request, UTF_8).startsWith("wait")) {
      return CompletableFuture.completedFuture(request);
    }
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    waiting.add(answer);
    return answer;
  }
}
