package org.steward.web.rpc;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.component.Graceful;
import org.jspecify.annotations.Nullable;
import org.steward.api.rpc.RpcAnswer;
import org.steward.api.rpc.RpcEndpoint;
import org.steward.core.spi.security.AuditTrail;
import org.steward.web.http.Body;
import org.steward.web.http.Exchange;
import org.steward.web.http.Route;
import org.steward.web.http.SameSite;

/**
 * {@code /RPC2}: POSTs go to the RPC endpoint, and no thread waits while a call does.
 *
 * <p>Bodies are parsed in memory, so their size is limited, each one's and that of all under way.
 *
 * <p>A server that ends lets the calls under way be answered first: the one that ended it is among
 * them.
 */
public final class RpcRoute implements Route, Graceful {
  /** The largest call taken, in bytes. */
  static final int LARGEST_CALL = 4 * 1024 * 1024;

  /** What all large calls under way may hold together, in bytes. */
  static final int ALL_LARGE_CALLS = 2 * LARGEST_CALL;

  /** Calls up to this size are not counted. */
  private static final int SMALL = 64 * 1024;

  private final Supplier<@Nullable RpcEndpoint> endpoint;
  private final AuditTrail audit;
  private final BodyBudget budget = new BodyBudget(ALL_LARGE_CALLS);
  private final AtomicInteger unanswered = new AtomicInteger();
  private final Graceful.Shutdown ending =
      new Graceful.Shutdown(this) {
        @Override
        public boolean isShutdownDone() {
          return unanswered.get() == 0;
        }
      };

  /**
   * @param endpoint the endpoint, null while there is none
   * @param audit told of calls of other sites' pages
   */
  public RpcRoute(Supplier<@Nullable RpcEndpoint> endpoint, AuditTrail audit) {
    this.endpoint = endpoint;
    this.audit = audit;
  }

  @Override
  public void handle(Exchange exchange) {
    Request request = exchange.request();
    RpcEndpoint current = endpoint.get();
    if (!exchange.isMethod("POST")) {
      exchange.refuse(HttpStatus.BAD_REQUEST_400, "XML-RPC calls are POSTs.");
    } else if (SameSite.isForeign(request.getHeaders())) {
      audit.refused(exchange.actor("rpc"), "a call", SameSite.REFUSAL);
      exchange.refuse(HttpStatus.FORBIDDEN_403, SameSite.REFUSAL);
    } else if (request.getLength() < 0
        && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
      exchange.refuse(HttpStatus.LENGTH_REQUIRED_411);
    } else if (current == null || !budgeted(request)) {
      exchange.response().getHeaders().put(HttpHeader.RETRY_AFTER, 1);
      exchange.refuse(HttpStatus.SERVICE_UNAVAILABLE_503);
    } else {
      Body.read(exchange, LARGEST_CALL, body -> call(current, exchange, body));
    }
  }

  private boolean budgeted(Request request) {
    long announced = request.getLength();
    long size = announced < 0 ? LARGEST_CALL : announced;
    if (size <= SMALL || size > LARGEST_CALL) {
      return true; // too small to count, or about to be refused for its size
    }
    if (!budget.take(size)) {
      return false;
    }
    Request.addCompletionListener(request, failure -> budget.giveBack(size));
    return true;
  }

  /** Completes when all calls under way are answered. */
  @Override
  public CompletableFuture<Void> shutdown() {
    return ending.shutdown();
  }

  @Override
  public boolean isShutdown() {
    return ending.isShutdown();
  }

  private void call(RpcEndpoint endpoint, Exchange exchange, byte[] body) {
    unanswered.incrementAndGet();
    Request.addCompletionListener(exchange.request(), failure -> answered());
    endpoint
        .answer(
            body,
            new RpcEndpoint.Caller(exchange.user(), exchange.remoteAddress(), exchange.role()))
        .whenComplete((answer, failure) -> reply(exchange, answer));
  }

  private void answered() {
    unanswered.decrementAndGet();
    ending.check();
  }

  /** Writes the answer; there is none only where the endpoint broke its contract. */
  private static void reply(Exchange exchange, @Nullable RpcAnswer answer) {
    switch (answer) {
      case RpcAnswer.Document document ->
          exchange.reply(HttpStatus.OK_200, "text/xml", document.body());
      case RpcAnswer.BadRequest bad -> exchange.refuse(HttpStatus.BAD_REQUEST_400, bad.reason());
      case null -> exchange.refuse(HttpStatus.INTERNAL_SERVER_ERROR_500);
    }
  }
}
