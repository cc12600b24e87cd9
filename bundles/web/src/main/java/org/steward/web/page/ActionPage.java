package org.steward.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.steward.api.http.Role;
import org.steward.core.spi.security.AuditTrail;
import org.steward.web.http.Body;
import org.steward.web.http.Exchange;
import org.steward.web.http.Parameters;
import org.steward.web.http.Route;
import org.steward.web.http.SameSite;
import org.steward.web.http.Urls;

/**
 * {@code /} and {@code /index.html}: the status page, and with {@code ?action=} the deeds its links
 * ask for. A deed is answered, once it is done, with a redirect to the page that tells its outcome.
 */
final class ActionPage implements Route {
  private static final int LARGEST_FORM = 64 * 1024;

  private final StatusPage status;
  private final Actions actions;
  private final AuditTrail audit;

  ActionPage(StatusPage status, Actions actions, AuditTrail audit) {
    this.status = status;
    this.actions = actions;
    this.audit = audit;
  }

  @Override
  public void handle(Exchange exchange) {
    String query = exchange.request().getHttpURI().getQuery();
    if (exchange.isRead()) {
      answer(exchange, Parameters.of(query, ""));
    } else if (exchange.isMethod("POST")) {
      Consumer<byte[]> form =
          body -> answer(exchange, Parameters.of(query, new String(body, UTF_8)));
      Body.read(exchange, LARGEST_FORM, form);
    } else {
      exchange.refuse(HttpStatus.BAD_REQUEST_400);
    }
  }

  private void answer(Exchange exchange, Parameters parameters) {
    String action = parameters.get("action");
    if (action == null) {
      Pages.reply(exchange, status.render(parameters.get("message")));
    } else if (exchange.isMethod("HEAD")) {
      exchange.refuse(HttpStatus.BAD_REQUEST_400, "An action needs GET or POST.");
    } else if (isFromElsewhere(exchange.request().getHeaders())) {
      audit.refused(exchange.actor("page"), action, SameSite.REFUSAL);
      exchange.refuse(
          HttpStatus.FORBIDDEN_403, "Actions must be asked for by a page of this server.");
    } else {
      act(exchange, action, parameters.get("processname"));
    }
  }

  private static boolean isFromElsewhere(HttpFields headers) {
    return SameSite.isForeign(headers) || SameSite.isUnexplained(headers);
  }

  private void act(Exchange exchange, String action, @Nullable String process) {
    String words = process == null ? action : action + " " + process;
    String refusal = exchange.refusal(Actions.role(action));
    if (refusal != null) {
      audit.refused(exchange.actor("page"), words, refusal);
      exchange.refuse(HttpStatus.FORBIDDEN_403, refusal);
      return;
    }
    if (Actions.role(action) != Role.READ) {
      audit.changed(exchange.actor("page"), words);
    }
    answer(exchange, actions.perform(action, process));
  }

  private static void answer(Exchange exchange, @Nullable CompletionStage<String> outcome) {
    if (outcome == null) {
      exchange.refuse(HttpStatus.BAD_REQUEST_400, "There is no such action.");
      return;
    }
    outcome.whenComplete(
        (message, failure) -> {
          if (failure == null) {
            redirect(exchange, message);
          } else {
            exchange.refuse(HttpStatus.INTERNAL_SERVER_ERROR_500);
          }
        });
  }

  /** Relative, so that it holds behind reverse proxies with other names, schemes and prefixes. */
  private static void redirect(Exchange exchange, String message) {
    exchange.response().getHeaders().put(HttpHeader.LOCATION, "./?message=" + Urls.encode(message));
    exchange.refuse(HttpStatus.MOVED_PERMANENTLY_301);
  }
}
