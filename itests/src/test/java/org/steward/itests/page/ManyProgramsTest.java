package org.steward.itests.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.steward.itests.harness.Sandbox;

/** A thousand programs in the list. */
@ResourceLock("browser")
class ManyProgramsTest {
  private static final String PROGRAMS =
      """
      [program:many]
      command=sleep 1000
      process_name=%(program_name)s_%(process_num)04d
      numprocs=1000
      autostart=false
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

  @Test
  void oneOfThemIsFoundByAPartOfItsName() {
    BROWSER.open(site.page("#/")).awaitText(".totals", "1000 programs");
    BROWSER.awaitText(".grouphead", "1000 stopped");
    BROWSER.click(".toolbar input").type("_0738");
    BROWSER.awaitText(".totals", "1 of 1000 programs").awaitText(".row[data-id]", "many_0738");
    BROWSER.awaitCount(".body .row[data-id]", 1);
    assertThat(BROWSER.complaints()).isEmpty();
  }

  @Test
  void onlyRowsInSightAreFilled() {
    BROWSER.open(site.page("#/")).awaitText(".totals", "1000 programs");
    BROWSER.awaitTrue("document.querySelectorAll('.row svg.spark').length > 20");
    assertThat(BROWSER.eval("document.querySelectorAll('.row svg.spark').length < 200"))
        .isEqualTo(true);
    BROWSER.eval("document.querySelector('.row[data-id$=_0999]').scrollIntoView()");
    BROWSER.find(".row[data-id$=_0999] svg.spark");
    BROWSER.awaitTrue(
        "document.querySelector('.row[data-id$=_0999] .actions').children.length === 4");
  }

  @Test
  void someOfThemAreStartedTogether() {
    BROWSER.open(site.page("#/?q=_099")).awaitText(".totals", "10 of 1000 programs");
    BROWSER.click(".heads input").awaitText(".selectionbar", "10 programs selected");
    BROWSER.click(".selectionbar button:first-of-type");
    BROWSER.awaitText(".toast", "10 programs started");
    BROWSER.awaitText(".chip[data-state=RUNNING] b", "10");
  }
}
