package org.steward.itests.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.openqa.selenium.Keys;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Sandbox;

/** The daemon goes away and comes back under an open page. */
@ResourceLock("browser")
class AbsenceTest {
  private static final String PROGRAMS = "[program:sleeper]\ncommand=sleep 1000\nstartsecs=0\n";

  @RegisterExtension final Sandbox sandbox = new Sandbox();
  @RegisterExtension static final Browser BROWSER = new Browser();

  @Test
  void pageSaysSoKeepsWhatItKnewAndResumes() {
    Site site = Site.of(sandbox, PROGRAMS).start();
    BROWSER.open(site.page("#/")).awaitText(".live", "live");
    BROWSER.find(".row .state[data-state=RUNNING]");
    BROWSER.eval("window.notReloaded = true");
    site.daemon().stop();
    BROWSER.awaitText("#banner", "The daemon does not answer. What you see is as last known.");
    BROWSER.awaitText(".live", "offline").awaitText(".row[data-id]", "sleeper");
    assertThat(BROWSER.find(".row[data-id] [data-verb=restart]").isEnabled()).isFalse();

    site.daemon().start();
    BROWSER.awaitCount("#banner", 0).awaitText(".live", "live");
    BROWSER.awaitText(".row .pid", Long.toString(site.daemon().child("sleeper").pid()));
    BROWSER.click(".row[data-id] [data-verb=stop]").find(".state[data-state=STOPPED]");
    assertThat(BROWSER.eval("window.notReloaded")).isEqualTo(true);
    assertThat(BROWSER.complaints()).allMatch(line -> line.contains("net::ERR_"));
  }

  @Test
  void upgradeThatThePageAsksForDisturbsNoProgram() {
    Site site = Site.of(sandbox, PROGRAMS + "[program:echo]\ncommand=cat\nstartsecs=0\n").start();
    Proc sleeper = site.daemon().awaitRunning("sleeper");
    long daemon = site.daemon().proc().pid();
    BROWSER.open(site.page("#/")).awaitText(".row .pid", Long.toString(sleeper.pid()));
    BROWSER.eval("window.notReloaded = true");
    BROWSER.eval("location.hash = '#/daemon'");
    BROWSER.click("[data-verb=upgrade]").awaitText("dialog", "All programs run on.");
    BROWSER.click("dialog .primary").awaitText(".toast", "The daemon upgrades itself.");
    BROWSER.awaitText(".settings", "programs were alone for");
    BROWSER.screenshot("daemon-upgraded");
    assertThat(site.daemon().proc().pid()).isEqualTo(daemon);
    BROWSER.eval("location.hash = '#/'");
    BROWSER.awaitText(".live", "live").awaitText(".row .pid", Long.toString(sleeper.pid()));
    assertThat(sleeper.isAlive()).isTrue();
    // What it shows is live, not what was known before.
    BROWSER.click(".row[data-id='sleeper:sleeper'] [data-verb=stop]");
    BROWSER.find(".row[data-id='sleeper:sleeper'] .state[data-state=STOPPED]");
    BROWSER.eval("location.hash = '#/p/echo/echo'");
    BROWSER.click(".stdin input").type("hello again", Keys.ENTER);
    BROWSER.awaitText(".loglines", "hello again");
    assertThat(BROWSER.eval("window.notReloaded")).isEqualTo(true);
    assertThat(BROWSER.complaints()).allMatch(line -> line.contains("net::ERR_"));
  }

  @Test
  void restartThatThePageAsksForIsSurvived() {
    Site site = Site.of(sandbox, PROGRAMS).start();
    BROWSER.open(site.page("#/p/sleeper/sleeper")).awaitText(".state", "Running");
    BROWSER.eval("location.hash = '#/daemon'");
    BROWSER.awaitText("h1", "Daemon").awaitText(".settings", "running");
    long before = site.daemon().awaitRunning("sleeper").pid();
    BROWSER.click("[data-verb=restart]").awaitText("dialog", "are stopped");
    BROWSER.click("dialog .danger").awaitText(".toast", "The daemon restarts.");
    BROWSER.eval("location.hash = '#/p/sleeper/sleeper'");
    BROWSER.awaitTrue(
        "/PID(?!" + before + "\\D)\\d+/.test(document.querySelector('.facts')?.textContent)");
    BROWSER.awaitText(".live", "live").awaitText(".state", "Running");
  }
}
