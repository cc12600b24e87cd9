package org.steward.web.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.steward.core.spi.security.AuditTrail;
import org.steward.web.http.Body;
import org.steward.web.http.Exchange;
import org.steward.web.http.Parameters;
import org.steward.web.http.Route;
import org.steward.web.http.SameSite;

/**
 * Finds the endpoint of a request, checks that it may be asked for, and answers what it says. Safe
 * on any thread.
 */
final class ApiRoute implements Route {
  /** Where the API begins. */
  static final String BASE = "/api/v1";

  private static final int LARGEST_BODY = 1024 * 1024;
  private static final String WAY = "api";
  private static final String PROBLEM = "application/problem+json";

  private final List<Endpoint> endpoints;
  private final AuditTrail audit;

  ApiRoute(List<Endpoint> endpoints, AuditTrail audit) {
    this.endpoints = List.copyOf(endpoints);
    this.audit = audit;
  }

  @Override
  public void handle(Exchange exchange) {
    try {
      find(exchange);
    } catch (ApiProblem problem) {
      refuse(exchange, problem);
    }
  }

  private void find(Exchange exchange) {
    String path =
        exchange.path().startsWith(BASE) ? exchange.path().substring(BASE.length()) : "no";
    String method = exchange.isMethod("HEAD") ? "GET" : exchange.request().getMethod();
    TreeSet<String> others = new TreeSet<>();
    for (Endpoint endpoint : endpoints) {
      Map<String, String> names = endpoint.path().match(path);
      if (names != null && endpoint.method().equals(method)) {
        admit(endpoint, names, exchange);
        return;
      }
      if (names != null) {
        others.add(endpoint.method());
      }
    }
    if (others.isEmpty()) {
      throw ApiProblem.of(
          HttpStatus.NOT_FOUND_404, "There is no such address; see " + BASE + "/openapi.json.");
    }
    exchange.response().getHeaders().put(HttpHeader.ALLOW, String.join(", ", others));
    throw ApiProblem.of(HttpStatus.METHOD_NOT_ALLOWED_405, "This address takes " + others + ".");
  }

  private void admit(Endpoint endpoint, Map<String, String> names, Exchange exchange) {
    String refusal = exchange.refusal(endpoint.role());
    if (refusal != null) {
      audit.refused(exchange.actor(WAY), endpoint.method() + " " + exchange.path(), refusal);
      throw ApiProblem.of(HttpStatus.FORBIDDEN_403, refusal);
    }
    if (!endpoint.isChange()) {
      run(endpoint, names, exchange, new byte[0]);
      return;
    }
    if (SameSite.isForeign(exchange.request().getHeaders())) {
      audit.refused(
          exchange.actor(WAY), endpoint.method() + " " + exchange.path(), SameSite.REFUSAL);
      throw ApiProblem.of(HttpStatus.FORBIDDEN_403, SameSite.REFUSAL);
    }
    requireJson(exchange);
    Body.read(exchange, LARGEST_BODY, body -> run(endpoint, names, exchange, body));
  }

  /** A form, which every page of any site can post, must not pass for a call. */
  private static void requireJson(Exchange exchange) {
    String type = exchange.request().getHeaders().get(HttpHeader.CONTENT_TYPE);
    boolean json =
        type == null
            ? exchange.request().getLength() <= 0
            : type.toLowerCase(Locale.ROOT).split(";")[0].strip().equals("application/json");
    if (!json) {
      throw ApiProblem.of(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE_415, "The body must be of the type application/json.");
    }
  }

  private void run(Endpoint endpoint, Map<String, String> names, Exchange exchange, byte[] body) {
    try {
      Parameters query = Parameters.of(exchange.request().getHttpURI().getQuery(), "");
      Call call = new Call(exchange, names, query, body);
      switch (endpoint.handler()) {
        case Endpoint.Handler.Reads reads -> reply(exchange, reads.answer().apply(call));
        case Endpoint.Handler.Does does -> follow(exchange, does.deed().apply(call));
        case Endpoint.Handler.Writes writes -> writes.writer().write(call);
      }
    } catch (Exception e) { // whatever it is, the client is told in the API's own way
      refuse(exchange, ApiProblem.behind(e));
    }
  }

  private void follow(Exchange exchange, Deed deed) {
    audit.changed(exchange.actor(WAY), deed.words());
    deed.outcome()
        .whenComplete(
            (answer, failure) -> {
              if (failure == null) {
                reply(exchange, answer);
              } else {
                ApiProblem problem = ApiProblem.behind(failure);
                audit.failed(
                    exchange.actor(WAY), deed.words(), String.valueOf(problem.getMessage()));
                refuse(exchange, problem);
              }
            });
  }

  private static void reply(Exchange exchange, @Nullable Object answer) {
    byte[] body = Json.write(answer == null ? Map.of() : answer);
    exchange.replyPacked(HttpStatus.OK_200, Endpoint.Gives.JSON, body);
  }

  private static void refuse(Exchange exchange, ApiProblem problem) {
    exchange.reply(problem.view().status(), PROBLEM, Json.write(problem.view()));
  }
}
