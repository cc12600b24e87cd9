package org.steward.itests.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Sandbox;

/** Changes of the configuration: looked at, then applied. */
@ResourceLock("browser")
class ConfigPageTest {
  @RegisterExtension final Sandbox sandbox = new Sandbox();
  @RegisterExtension static final Browser BROWSER = new Browser();

  @Test
  void changesAreLookedAtBeforeTheyAreApplied() {
    Site site =
        Site.of(
                sandbox,
                """
                [program:same]
                command=sleep 1000
                [program:changed]
                command=sleep 1000
                startsecs=0
                [program:removed]
                command=sleep 1000
                """)
            .start();
    Proc same = site.daemon().awaitRunning("same");
    Proc changed = site.daemon().awaitRunning("changed");
    site.configure(
        """
        [program:same]
        command=sleep 1000
        [program:changed]
        command=sleep 1001
        startsecs=0
        [program:added]
        command=sleep 1000
        """);
    BROWSER.open(site.page("#/config"));
    BROWSER.awaitText(".change.added", "added").awaitText(".change.removed", "removed");
    BROWSER.awaitText(".change.changed .before", "sleep 1000");
    BROWSER.awaitText(".change.changed .after", "sleep 1001");
    BROWSER.awaitText(".change.changed .takes", "restart");
    BROWSER.awaitCount(".change", 3);
    BROWSER.click(".change.added input");
    BROWSER.awaitText(".primary", "Apply 2 of 3").click(".primary");
    assertThat(changed.isAlive()).as("nothing is done before it is confirmed").isTrue();
    BROWSER.awaitText("dialog", "changed").click("dialog .danger");
    BROWSER.awaitText(".toast", "2 groups updated");
    BROWSER.awaitCount(".change", 1).awaitText(".change", "added");
    assertThat(changed.isAlive()).isFalse();
    assertThat(site.daemon().child("changed").isAlive()).isTrue();
    assertThat(same.isAlive()).isTrue();
    assertThat(BROWSER.complaints()).isEmpty();
  }

  @Test
  void changeThatDisturbsNoProgramIsSaidToAndDoesNot() {
    String program = "[program:sleeper]\ncommand=sleep 1000\nstartsecs=0\n";
    Site site = Site.of(sandbox, program).start();
    Proc sleeper = site.daemon().awaitRunning("sleeper");
    site.configure(program + "stopwaitsecs=77\n");
    BROWSER.open(site.page("#/config"));
    BROWSER.awaitText(".change.changed .effect", "no program is disturbed");
    BROWSER.awaitText(".change.changed .after", "77").awaitText(".change.changed .tag", "live");
    BROWSER.awaitText(".primary", "Apply the change").click(".primary");
    BROWSER.awaitText(".toast", "1 group updated").awaitText(".plan", "What runs is what");
    assertThat(site.daemon().child("sleeper")).isEqualTo(sleeper);
    assertThat(sleeper.isAlive()).isTrue();
    BROWSER.open(site.page("#/p/sleeper/sleeper")).awaitText(".settings", "77");
    assertThat(BROWSER.complaints()).isEmpty();
  }

  @Test
  void mistakesInTheFilesAreAllShownWithFileAndLine() {
    Site site = Site.of(sandbox, "[program:same]\ncommand=sleep 1000\n").start();
    site.configure("[program:same]\ncommand=sleep 1000\npriority=high\n[program:none]\nx=1\n");
    BROWSER.open(site.page("#/config"));
    BROWSER.awaitText(".wrong", "what runs stays as it is");
    BROWSER.awaitText(".wrong", "priority").awaitText(".wrong", "supervisord.conf");
    assertThat(BROWSER.all(".primary")).isEmpty();
  }
}
