package org.steward.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.time.ZoneId;
import org.eclipse.jetty.http.HttpStatus;
import org.steward.api.control.Supervisor;
import org.steward.core.spi.security.AuditTrail;
import org.steward.web.http.Exchange;
import org.steward.web.http.Routes;
import org.steward.web.page.Template.Markup;
import org.steward.web.ui.FrontDoor;

/** Where the pages are; a page of another kind finds its place here. */
public final class Pages {
  private static final String HTML = "text/html;charset=utf-8";

  private Pages() {}

  /**
   * Adds the pages to the table.
   *
   * @param audit told of actions
   * @param clock tells the time of day
   */
  public static void addTo(
      Routes.Builder routes, Supervisor supervisor, AuditTrail audit, InstantSource clock) {
    StatusPage status = new StatusPage(supervisor, clock, ZoneId.systemDefault());
    ActionPage index = new ActionPage(status, new Actions(supervisor, clock), audit);
    routes
        .path("/", new FrontDoor(index))
        .path("/index.html", index)
        .path("/tail.html", new TailPage(supervisor))
        .path("/ok.html", exchange -> ok(exchange))
        .path("/stylesheets/supervisor.css", new Asset("supervisor.css", "text/css;charset=utf-8"))
        .path("/images/icon.svg", new Asset("icon.svg", "image/svg+xml"));
  }

  /** What probes ask whether the web server lives. */
  private static void ok(Exchange exchange) {
    exchange.reply(HttpStatus.OK_200, "text/plain", "OK".getBytes(UTF_8));
  }

  static void reply(Exchange exchange, Markup page) {
    exchange.reply(HttpStatus.OK_200, HTML, page.html().getBytes(UTF_8));
  }
}
