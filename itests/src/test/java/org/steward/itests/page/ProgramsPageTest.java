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
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Sandbox;

/** What people do in the list of programs, each by what they see. */
@ResourceLock("browser")
class ProgramsPageTest {
  private static final String PROGRAMS =
      """
      [program:sleeper]
      command=sleep 1000
      startsecs=0

      [program:off]
      command=sleep 1000
      autostart=false
      startsecs=0

      [program:many]
      command=sleep 1000
      process_name=%(program_name)s_%(process_num)02d
      numprocs=4
      startsecs=0
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
    BROWSER.window(1440, 900);
    BROWSER.dark(false);
    BROWSER.open(site.page("#/")).awaitText(".live", "live");
  }

  @AfterEach
  void nothingWasComplainedOf() {
    assertThat(BROWSER.complaints()).isEmpty();
  }

  private static String row(String id) {
    return ".row[data-id='" + id + "']";
  }

  private static void awaitState(String id, String state) {
    BROWSER.find(row(id) + " .state[data-state='" + state + "']");
  }

  @Test
  void browsersThatComeToTheRootFindThePage() {
    BROWSER.open(site.address("/"));
    assertThat(BROWSER.address()).isEqualTo(site.page(""));
    BROWSER.find(row("sleeper:sleeper"));
  }

  @Test
  void programIsStartedAndStoppedByItsButtons() {
    awaitState("off:off", "STOPPED");
    BROWSER.click(row("off:off") + " [data-verb=start]");
    awaitState("off:off", "RUNNING");
    BROWSER.awaitText(".toast", "off started");
    assertThat(site.daemon().child("off").isAlive()).isTrue();
    BROWSER.click(row("off:off") + " [data-verb=stop]");
    awaitState("off:off", "STOPPED");
  }

  @Test
  void changeThatOthersBringAboutIsSeenWithoutReload() {
    BROWSER.eval("window.notReloaded = true");
    Proc before = site.daemon().child("sleeper");
    before.kill();
    Await.until("it runs anew", () -> !site.daemon().child("sleeper").equals(before));
    BROWSER.awaitText(
        row("sleeper:sleeper") + " .pid", Long.toString(site.daemon().child("sleeper").pid()));
    BROWSER.awaitText(row("sleeper:sleeper") + " .restarts", "1");
    assertThat(BROWSER.eval("window.notReloaded")).isEqualTo(true);
  }

  @Test
  void severalAreSelectedAndStoppedTogetherAfterAQuestion() {
    awaitState("many:many_01", "RUNNING");
    BROWSER.click(row("many:many_00") + " input").shiftClick(row("many:many_02") + " input");
    BROWSER.awaitText(".selectionbar", "3 programs selected");
    BROWSER.click(".selectionbar button:nth-of-type(2)");
    BROWSER.awaitText("dialog", "many:many_02").click("dialog .danger");
    awaitState("many:many_00", "STOPPED");
    awaitState("many:many_02", "STOPPED");
    awaitState("many:many_03", "RUNNING");
    BROWSER.click("[aria-label='Start group many']");
    awaitState("many:many_00", "RUNNING");
    awaitState("many:many_02", "RUNNING");
  }

  @Test
  void logsAreNotClearedUnlessThatIsConfirmed() {
    BROWSER.click(row("sleeper:sleeper") + " [aria-haspopup]");
    BROWSER.awaitText(".menu", "Clear logs").click(".menu button:last-of-type");
    BROWSER.awaitText("dialog", "gone for good").type(Keys.ESCAPE);
    BROWSER.awaitCount("dialog", 0).awaitCount(".toast", 0);
  }

  @Test
  void programsAreSortedByAColumnAndTheAddressRemembersIt() {
    BROWSER.click("[data-key=state] button").click(".chip[data-state=RUNNING]");
    BROWSER.awaitTrue("location.hash.includes('state=RUNNING')");
    BROWSER.awaitCount(row("off:off"), 0);
    BROWSER.open(BROWSER.address());
    BROWSER.find("[data-key=state][aria-sort=ascending]");
    BROWSER.find(row("sleeper:sleeper"));
    BROWSER.awaitCount(row("off:off"), 0);
  }

  @Test
  void everythingIsDoneByKeyboardAlone() {
    BROWSER.find(row("off:off"));
    BROWSER.type("/").awaitTrue("document.activeElement.type === 'search'");
    BROWSER.type("off").awaitCount(".body .row[data-id]", 1).type(Keys.ENTER);
    BROWSER.awaitTrue("document.activeElement.dataset.id === 'off:off'");
    BROWSER.type("s");
    awaitState("off:off", "RUNNING");
    BROWSER.awaitTrue("document.activeElement.dataset.id === 'off:off'");
    BROWSER.type("t");
    awaitState("off:off", "STOPPED");
    BROWSER.type(Keys.ENTER).awaitText("h1", "off");
    BROWSER.type(Keys.ESCAPE).awaitCount(".table", 1).find(row("many:many_00"));
    BROWSER.type("j").awaitTrue("document.activeElement.dataset.id === 'many:many_00'");
    BROWSER.type("xjx").awaitText(".selectionbar", "2 programs selected");
    BROWSER.type("t").awaitText("dialog", "Stop 2 programs?");
    BROWSER.type(Keys.ESCAPE).awaitCount("dialog", 0);
    BROWSER.awaitTrue("document.activeElement.dataset.id === 'many:many_01'");
    BROWSER.type(Keys.ESCAPE).awaitCount(".selectionbar", 0);
    BROWSER.type("?").awaitText("dialog", "Next, previous program").type(Keys.ESCAPE);
    BROWSER.awaitCount("dialog", 0).type("gd").awaitText("h1", "Daemon");
  }
}
