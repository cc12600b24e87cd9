package org.steward.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.steward.api.rpc.RpcEndpoint;

/** Answers a call with its own body, or, where the body begins with "wait", when told to. */
final class ManualRpc implements RpcEndpoint {
  final List<Caller> callers = new CopyOnWriteArrayList<>();
  final List<CompletableFuture<byte[]>> waiting = new CopyOnWriteArrayList<>();

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
