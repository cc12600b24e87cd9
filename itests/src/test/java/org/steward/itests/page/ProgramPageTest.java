package org.steward.itests.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.openqa.selenium.Keys;
import org.steward.itests.harness.Sandbox;

/** One program's page: its log, its input, its history, its configuration; and the activity log. */
@ResourceLock("browser")
class ProgramPageTest {
  private static final String PROGRAMS =
      """
      [program:echo]
      command=cat
      environment=COLOUR="green",API_TOKEN="very secret"
      startsecs=0
      stdout_logfile=%(here)s/echo.log

      [program:failing]
      command=/no/such/program
      """;

  @RegisterExtension static final Sandbox SANDBOX = new Sandbox();
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static Site site;

  @BeforeAll
  static void start() {
    site = Site.of(SANDBOX, PROGRAMS).start();
  }

  @AfterAll
  static void stop() {
    site.daemon().stop();
  }

  @BeforeEach
  void open() {
    BROWSER.open(site.page("#/p/echo/echo")).awaitText(".state", "Running");
  }

  @AfterEach
  void nothingWasComplainedOf() {
    assertThat(BROWSER.complaints()).isEmpty();
  }

  /** Has the program write a text, by none of the page's own means. */
  private static void write(String text) {
    BROWSER.async(
        "const done = arguments[1];"
            + "fetch('../api/v1/processes/echo/echo/stdin', {method: 'POST',"
            + " headers: {'Content-Type': 'application/json'},"
            + " body: JSON.stringify({text: arguments[0]})}).then(() => done())",
        text);
  }

  private static void send(String line) {
    BROWSER.click(".stdin input").type(line, Keys.ENTER);
    BROWSER.awaitText(".loglines", line);
  }

  @Test
  void whatIsSentToTheProgramComesBackInTheLogThatIsFollowed() {
    send("hello there");
    send("and again");
    assertThat(site.daemon().read("echo.log")).contains("hello there\nand again\n");
  }

  @Test
  void logIsSearched() {
    send("needle in hay");
    send("hay");
    send("needle again");
    BROWSER.click(".logbar input[type=search]").type("NEEDLE AG");
    BROWSER.awaitText(".found", "1 of 1").awaitText(".loglines .current", "needle again");
    BROWSER.click(".logbar [aria-pressed=false]").awaitCount(".loglines > div", 1);
  }

  @Test
  void logThatIsPausedStaysAndCatchesUp() {
    send("before");
    BROWSER.click(".logbar button:last-of-type").awaitText(".logbar", "Go on");
    write("while it was paused\n");
    BROWSER.awaitText(".logbar", "Go on (1 new)");
    assertThat(BROWSER.find(".loglines").getText()).doesNotContain("while it was paused");
    BROWSER.click(".logbar button:last-of-type").awaitText(".loglines", "while it was paused");
  }

  @Test
  void coloursAndLevelsAreShownAndMarkupIsText() {
    write("\u001b[31mred\u001b[0m <b>not bold</b>\nERROR it broke\n  at there\nINFO fine\n");
    BROWSER.awaitText(".loglines .a-f1", "red").awaitText(".loglines", "<b>not bold</b>");
    BROWSER.click(".logbar option[value=bad]").awaitCount(".loglines > :not(.bad)", 0);
    BROWSER.awaitText(".loglines > .bad", "at there");
  }

  @Test
  void configurationIsShownWithoutItsSecrets() {
    BROWSER.awaitText(".settings", "cat").awaitText(".settings", "green");
    assertThat(BROWSER.eval("document.documentElement.textContent").toString())
        .contains("API_TOKEN")
        .doesNotContain("very secret");
  }

  @Test
  void historyGrowsWithWhatHappens() {
    BROWSER.click("[data-verb=stop]").awaitText(".events", "Stopped");
    BROWSER.click("[data-verb=start]").awaitText(".events", "Running");
    BROWSER.find(".statebar [data-state=STOPPED]");
  }

  @Test
  void reasonOfAFailureIsShown() {
    BROWSER.open(site.page("#/p/failing/failing"));
    BROWSER.awaitText(".pagehead", "Fatal").awaitText(".pagehead", "/no/such/program");
  }

  @Test
  void activityLogIsShownWithItsLevels() {
    BROWSER.open(site.page("#/activity"));
    BROWSER.awaitText(".loglines b", "INFO").awaitText(".loglines", "spawned: 'echo' with pid");
    BROWSER.awaitText(".eventpanel", "failing");
  }
}
