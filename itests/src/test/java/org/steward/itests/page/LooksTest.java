package org.steward.itests.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Sandbox;

/**
 * How each view looks: accessible in both themes, in no size wider than the screen, and light to
 * load. Leaves a picture of each in {@code target/screenshots}.
 */
@ResourceLock("browser")
class LooksTest {
  private static final int MOST_BYTES = 200 * 1024;

  /** With -Dsteward.docs.write=true the pictures of the documentation are made anew. */
  private static final boolean WRITES = Boolean.getBoolean("steward.docs.write");

  private static final Path IMAGES = Path.of("../docs/images");
  private static final Map<String, String> PICTURES =
      Map.of(
          "programs-light", "programs.png",
          "program-dark", "program.png",
          "config-light", "config.png");

  private static final String PROGRAMS =
      """
      [program:api]
      command=bash -c 'for i in 1 2 3 4 5 6 7 8 9; do echo "$(date +%%T) INFO request $i answered"; done; echo "$(date +%%T) WARN slow query"; exec cat'
      environment=DATABASE="postgres://shop",API_TOKEN="secret"
      [program:mail]
      command=sleep 1000
      [program:search]
      command=/opt/search/bin/searchd --with-a-rather-long-argument
      startretries=0
      [program:import]
      command=true
      startsecs=0
      autorestart=false
      [program:report]
      command=sleep 1000
      autostart=false
      [program:worker]
      command=sleep 1000
      process_name=%(program_name)s_%(process_num)02d
      numprocs=4
      [group:shop]
      programs=db,cache
      [program:db]
      command=sleep 1000
      [program:cache]
      command=sleep 1000
      """;

  @RegisterExtension static final Sandbox SANDBOX = new Sandbox();
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static Site site;
  private static String axe;

  @BeforeAll
  static void start() throws IOException {
    String programs = WRITES ? busy() : PROGRAMS;
    site = Site.of(SANDBOX, programs).start();
    site.daemon().awaitLog("gave up: search");
    // So that there is something to show.
    Proc mail = site.daemon().awaitRunning("mail");
    mail.kill();
    Await.until("it is started again", () -> !site.daemon().child("mail").equals(mail));
    site.configure(
        programs
                .replace("command=true", "command=true --full")
                .replace("environment=DATABASE", "stdout_logfile_backups=20\nenvironment=DATABASE")
            + "[program:new]\ncommand=cat\n");
    if (WRITES) {
      watchForMinutes();
    }
    try (InputStream script = LooksTest.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Programs that do something, for the pictures people look at. */
  private static String busy() {
    StringBuilder busy = new StringBuilder();
    int number = 0;
    for (String line : PROGRAMS.split("\n")) {
      number++;
      boolean sleeps = line.equals("command=sleep 1000");
      String command = "command=python3 %%(ENV_PROGRAMS)s/busy.py %d %d";
      boolean talks = line.startsWith("command=bash");
      String work = command.formatted(number % 5, 9 * (number % 7) + 4);
      busy.append(sleeps ? work : talks ? command.formatted(4, 48) + " requests" : line)
          .append('\n');
    }
    return busy.toString();
  }

  /** Until the small diagrams have something in them; the daemon keeps it for later. */
  private static void watchForMinutes() {
    show("programs");
    Awaitility.await()
        .pollInSameThread()
        .atMost(Duration.ofMinutes(10))
        .until(
            () ->
                BROWSER.eval(
                    "[...document.querySelectorAll('.of-memory .line')].some("
                        + "(line) => line.getAttribute('d')?.split('L').length > 28)"),
            Boolean.TRUE::equals);
  }

  @AfterAll
  static void stop() {
    site.daemon().stop();
  }

  @BeforeEach
  void wide() {
    BROWSER.window(1440, 900);
    BROWSER.dark(false);
  }

  /** Opens a view and waits until what comes last is there. */
  private static void show(String view) {
    String hash =
        switch (view) {
          case "programs" -> "#/";
          case "program" -> "#/p/api/api";
          default -> "#/" + view;
        };
    String last =
        switch (view) {
          case "programs" -> ".row[data-id='worker:worker_03'] .memory .figure:not(:empty)";
          case "program" -> ".settings";
          case "activity" -> ".loglines > div";
          case "config" -> ".change";
          default -> ".settings";
        };
    BROWSER.open(site.page(hash)).awaitText(".live", "live").find(last);
  }

  @ParameterizedTest
  @CsvSource({
    "programs, light",
    "programs, dark",
    "program, light",
    "program, dark",
    "activity, light",
    "activity, dark",
    "config, light",
    "config, dark",
    "daemon, light",
    "daemon, dark",
  })
  void nobodyIsKeptOut(String view, String theme) throws IOException {
    BROWSER.dark(theme.equals("dark"));
    show(view);
    picture(view + "-" + theme);
    assertThat(findings()).isEqualTo("[]");
  }

  private static void picture(String name) throws IOException {
    String documented = WRITES ? PICTURES.get(name) : null;
    Path picture = BROWSER.screenshot(name);
    if (documented != null) {
      Files.createDirectories(IMAGES);
      Files.copy(picture, IMAGES.resolve(documented), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** What axe finds that is serious, with the elements. */
  private static String findings() {
    BROWSER.async(axe + ";arguments[0]()");
    return BROWSER
        .async(
            "const done = arguments[0];"
                + "axe.run(document, {resultTypes: ['violations']}).then((result) => done("
                + " JSON.stringify(result.violations"
                + "  .filter((v) => ['serious', 'critical'].includes(v.impact))"
                + "  .map((v) => [v.id, v.nodes.map((n) => [n.html, n.failureSummary])]))),"
                + " (problem) => done(String(problem)))")
        .toString();
  }

  @Test
  void dialogsAndMenusKeepNobodyOut() {
    show("programs");
    BROWSER.click(".row[data-id='api:api'] [aria-haspopup]").find(".menu");
    assertThat(findings()).isEqualTo("[]");
    BROWSER.click(".menu button:last-of-type").find("dialog");
    assertThat(BROWSER.eval("document.activeElement.closest('dialog') !== null")).isEqualTo(true);
    assertThat(findings()).isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"programs", "program", "activity", "config", "daemon"})
  void phonesNeedNotScrollSideways(String view) {
    BROWSER.window(375, 812);
    show(view);
    BROWSER.screenshot(view + "-phone");
    assertThat(
            BROWSER.eval(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .isEqualTo(0L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"programs", "program", "activity", "config", "daemon"})
  void tabletsNeedNotScrollSideways(String view) {
    BROWSER.window(820, 1100);
    show(view);
    assertThat(
            BROWSER.eval(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .isEqualTo(0L);
  }

  @Test
  void allViewsTogetherAreLight() {
    BROWSER.devtools("Network.enable", Map.of());
    BROWSER.devtools("Network.clearBrowserCache", Map.of());
    show("programs");
    for (String view : new String[] {"activity", "config", "daemon", "p/api/api"}) {
      BROWSER.eval("location.hash = arguments[0]", "#/" + view);
      BROWSER.awaitTrue("document.querySelector('h1') !== null");
    }
    BROWSER.find(".settings");
    Object bytes =
        BROWSER.eval(
            "performance.getEntries().filter((e) => e.transferSize && e.name.includes('/ui/'))"
                + ".reduce((sum, e) => sum + e.transferSize, 0)");
    assertThat(((Number) bytes).intValue()).isBetween(10_000, MOST_BYTES);
    assertThat(BROWSER.complaints()).isEmpty();
  }

  @Test
  void secondVisitFetchesNoFileAgain() {
    show("programs");
    BROWSER.open(site.page("#/")).awaitText(".live", "live");
    Object bodies =
        BROWSER.eval(
            "performance.getEntriesByType('resource')"
                + ".filter((e) => e.name.includes('/ui/') && e.transferSize > 300).length");
    assertThat(bodies).isEqualTo(0L);
  }
}
