package org.steward.rpc;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.steward.api.http.Role;
import org.steward.api.rpc.RpcAnswer;
import org.steward.api.rpc.RpcEndpoint;
import org.steward.rpc.codec.Limits;
import org.steward.rpc.dispatch.RpcLog;

/** An RPC server over a {@link FakeSupervisor}, and a client of it. */
public final class RpcBench {
  /** The time of every request: 2026-11-22 14:23:00 UTC. */
  public static final long NOW = 1_795_357_380L;

  private static final RpcEndpoint.Caller CALLER = new RpcEndpoint.Caller("", "unix", Role.ADMIN);

  /** What the server controls. */
  public final FakeSupervisor supervisor = new FakeSupervisor();

  /** What the server logged. */
  public final List<String> log = new ArrayList<>();

  /** The server. */
  public final RpcStack stack;

  /** A server with generous limits. */
  public RpcBench() {
    this(Limits.forHeap(256L << 20));
  }

  /** A server with the given limits. */
  public RpcBench(Limits limits) {
    Clock clock = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);
    stack = RpcStack.over(supervisor, clock, new ListLog(log), limits);
  }

  /** Makes a call that is decided at once. */
  public Object call(String method, Object... params) {
    return answer(Wire.request(method, params));
  }

  /** The parsed answer to a body that is a call. */
  public Object answer(byte[] body) {
    return Wire.parse(document(raw(body)));
  }

  /**
   * The answer to any body, which does not hang: a plugin's methods run on threads of their own.
   */
  public RpcAnswer raw(byte[] body) {
    return begin(body).toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }

  /** Begins a call that may hang. */
  public CompletionStage<RpcAnswer> begin(String method, Object... params) {
    return begin(Wire.request(method, params));
  }

  /** Makes a call by somebody, which is decided at once. */
  public Object callAs(RpcEndpoint.Caller caller, String method, Object... params) {
    return Wire.parse(
        document(
            stack
                .endpoint()
                .answer(Wire.request(method, params), caller)
                .toCompletableFuture()
                .resultNow()));
  }

  private CompletionStage<RpcAnswer> begin(byte[] body) {
    return stack.endpoint().answer(body, CALLER);
  }

  /** The value of an answer that was waited for. */
  public static Object value(CompletionStage<RpcAnswer> answer) {
    return Wire.parse(document(answer.toCompletableFuture().join()));
  }

  private static byte[] document(RpcAnswer answer) {
    return switch (answer) {
      case RpcAnswer.Document(byte[] body) -> body;
      case RpcAnswer.BadRequest(String reason) -> throw new AssertionError(reason);
    };
  }

  private record ListLog(List<String> lines) implements RpcLog {
    @Override
    public void warn(String message) {
      synchronized (lines) {
        lines.add("WARN " + message);
      }
    }

    @Override
    public void error(String message, Throwable cause) {
      synchronized (lines) {
        lines.add("ERROR " + message + ": " + cause);
      }
    }
  }
}
