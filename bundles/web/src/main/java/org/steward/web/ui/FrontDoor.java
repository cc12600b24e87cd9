package org.steward.web.ui;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.steward.web.http.Exchange;
import org.steward.web.http.Route;

/**
 * {@code /}: shows browsers to the page, and everybody else what was always there.
 *
 * <p>Scripts that read or act on {@code /} do not say that they take HTML, which browsers always
 * do, or ask with a query.
 */
public final class FrontDoor implements Route {
  private final Route classic;

  /**
   * @param classic the classic page
   */
  public FrontDoor(Route classic) {
    this.classic = classic;
  }

  @Override
  public void handle(Exchange exchange) throws Exception {
    if (exchange.isMethod("GET") && isBrowser(exchange)) {
      exchange.response().getHeaders().put(HttpHeader.LOCATION, "ui/");
      exchange.response().getHeaders().put(HttpHeader.VARY, "Accept");
      exchange.refuse(HttpStatus.FOUND_302);
    } else {
      classic.handle(exchange);
    }
  }

  private static boolean isBrowser(Exchange exchange) {
    String accept = exchange.request().getHeaders().get(HttpHeader.ACCEPT);
    return accept != null
        && accept.contains("text/html")
        && exchange.request().getHttpURI().getQuery() == null;
  }
}
