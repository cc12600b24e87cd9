package org.steward.itests.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Sandbox;

/** Who may see the page, and what other sites may do to it. */
@ResourceLock("browser")
class AccessTest {
  @RegisterExtension static final Sandbox SANDBOX = new Sandbox();
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static Site site;

  @BeforeAll
  static void start() {
    site =
        Site.of(
                SANDBOX,
                "username=ann\npassword=secret\nusers=\n  rita read looking\n  otto operate working\n",
                "[program:sleeper]\ncommand=sleep 1000\nstartsecs=0\n")
            .start();
  }

  @AfterAll
  static void stop() {
    site.daemon().stop();
  }

  private static String as(String user, String password, String path) {
    return site.address(path).replace("://", "://" + user + ":" + password + "@");
  }

  @Test
  void wrongPasswordShowsNothing() {
    BROWSER.open(as("ann", "wrong", "/ui/"));
    assertThat(BROWSER.all("#main")).isEmpty();
    assertThat(BROWSER.complaints()).anyMatch(line -> line.contains("401"));
  }

  @Test
  void rightPasswordInTheAddressWorksForAllThePageAsksFor() {
    BROWSER.open(as("ann", "secret", "/ui/")).awaitText(".live", "live");
    BROWSER.awaitText(".row[data-id]", "sleeper").awaitText(".user", "ann");
    BROWSER.click(".row[data-id] a").awaitText(".logempty", "Nothing was written yet.");
    assertThat(BROWSER.complaints()).isEmpty();
  }

  @Test
  void whoMayOnlyReadFindsNothingToActWith() {
    BROWSER.open(as("rita", "looking", "/ui/")).awaitText(".live", "live");
    BROWSER.awaitText(".role", "read only").awaitText(".row[data-id]", "sleeper");
    BROWSER.awaitCount(".body [aria-haspopup]", 1).awaitCount("[data-verb]", 0);
    BROWSER.click(".row[data-id] a").awaitText(".state", "Running");
    BROWSER.awaitCount("[data-verb]", 0).awaitCount(".stdin", 0);
    BROWSER.eval("location.hash = '#/config'");
    BROWSER.awaitText("#main", "Only administrators may").awaitCount("#main .button", 0);
    BROWSER.eval("location.hash = '#/daemon'");
    BROWSER.awaitText(".settings", "rita (read)").awaitCount("[data-verb]", 0);
    assertThat(BROWSER.complaints()).isEmpty();
  }

  @Test
  void operatorStartsAndStopsButDoesNotEndTheDaemon() {
    BROWSER.open(as("otto", "working", "/ui/#/daemon")).awaitText(".live", "live");
    BROWSER.awaitText(".settings", "otto (operate)").awaitCount("[data-verb]", 0);
    BROWSER.eval("location.hash = '#/'");
    BROWSER.click(".row[data-id] [data-verb=restart]").awaitText(".toast", "sleeper restarted");
    assertThat(BROWSER.complaints()).isEmpty();
  }

  /** A page on another name and port, with the user's password known to the browser. */
  @Test
  void pageOfAnotherSiteChangesNothing() throws IOException {
    BROWSER.open(as("ann", "secret", "/ui/")).awaitText(".live", "live");
    Proc sleeper = site.daemon().awaitRunning("sleeper");
    String target = site.address("/api/v1/processes/sleeper/sleeper/stop");
    String html =
        """
        <!DOCTYPE html><title>evil</title>
        <form method=post action="%s" enctype="text/plain"><input name="{}"></form>
        """
            .formatted(target);
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          byte[] page = html.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          try (exchange) {
            exchange.getResponseBody().write(page);
          }
        });
    other.start();
    try {
      String address = "http://localhost:" + other.getAddress().getPort() + "/";
      BROWSER.open(address);
      Object answer =
          BROWSER.async(
              "const done = arguments[1];"
                  + "fetch(arguments[0], {method: 'POST', mode: 'no-cors', credentials: 'include'})"
                  + ".then((answer) => done(answer.type), (problem) => done(String(problem)))",
              target);
      assertThat(answer.toString()).isIn("opaque", "TypeError: Failed to fetch");
      BROWSER.open(address).eval("document.forms[0].submit()");
      BROWSER.awaitTrue("location.port === '" + site.port() + "'");
      BROWSER.awaitText("body", "403");
      assertThat(site.daemon().child("sleeper")).isEqualTo(sleeper);
      assertThat(sleeper.isAlive()).isTrue();
    } finally {
      other.stop(0);
      BROWSER.complaints();
    }
  }
}
