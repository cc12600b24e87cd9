package org.steward.itests.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Rpc;
import org.steward.itests.harness.Sandbox;
import org.steward.itests.page.Site;

/** A client of {@code /api/v1/events} that goes away and comes back. */
class EventResumeTest {
  private static final String PROGRAMS =
      Rpc.SECTIONS
          + """
          [program:sleeper]
          command=sleep 1000
          startsecs=0
          """;

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  private Site site;

  private Command events(String lastEventId) {
    return sandbox.command(
        "curl", "-sSN", "-H", "Last-Event-ID: " + lastEventId, site.address("/api/v1/events"));
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(EventResumeTest::first).toList();
  }

  private static String first(MatchResult match) {
    return match.group(1);
  }

  private static String lastId(String stream) {
    return found("(?m)^id: (.*)$", stream).getLast();
  }

  /** What became of the program, in order. */
  private static List<String> states(String stream) {
    return found("\"to\":\"([A-Z]+)\"", stream);
  }

  @Test
  void getsWhatItMissedOnceAndInOrder() {
    site = Site.of(sandbox, "", PROGRAMS).start();
    site.daemon().awaitRunning("sleeper");
    String before = events("").runUntil("\"resumed\":false").out();

    assertThat(site.daemon().ctl("restart", "sleeper").status()).isZero();
    String missed = events(lastId(before)).runUntil("\"to\":\"RUNNING\"").out();
    assertThat(missed).contains("\"resumed\":true");
    assertThat(states(missed)).containsExactly("STOPPING", "STOPPED", "STARTING", "RUNNING");
    assertThat(found("(?m)^id: .*-(\\d+)$", missed).stream().map(Long::valueOf).toList())
        .isSorted();

    // Come back in the middle: only what is behind that.
    String middle = found("(?m)^id: (.*)\n.*\"to\":\"STOPPED\"", missed).getFirst();
    String rest = events(middle).runUntil("\"to\":\"RUNNING\"").out();
    assertThat(states(rest)).containsExactly("STARTING", "RUNNING");
  }

  @Test
  void isToldWhereItCannotGoOn() {
    site = Site.of(sandbox, "", PROGRAMS).start();
    site.daemon().awaitRunning("sleeper");
    String before = events("").runUntil("resumed").out();
    assertThat(events("0-1").runUntil("resumed").out()).contains("\"resumed\":false");
    assertThat(site.daemon().stop()).isZero();
    site.daemon().launch().awaitLog("supervisord started with pid", 2);
    assertThat(events(lastId(before)).runUntil("resumed").out()).contains("\"resumed\":false");
  }
}
