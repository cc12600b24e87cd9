package org.steward.itests.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Pair;
import org.steward.itests.harness.Sandbox;

/** Programs start from the lowest priority to the highest, and stop the other way. */
class OrderTest {

  private static final String PROGRAMS =
      """
      [supervisord]
      loglevel=debug

      [program:late]
      command=sleep 1000
      priority=1000

      [program:first]
      command=sleep 1000
      priority=1

      [program:zebra]
      command=sleep 1000

      [program:ant]
      command=sleep 1000

      [program:slow]
      command=sh -c "trap 'sleep 1; exit 0' TERM; while :; do sleep 0.1; done"
      priority=900

      [program:member_high]
      command=sleep 1000
      priority=20

      [program:member_low]
      command=sleep 1000
      priority=10

      [group:team]
      programs=member_low,member_high
      priority=500
      """;

  @RegisterExtension static final Sandbox SANDBOX = new Sandbox();

  private static Pair pair;

  @BeforeAll
  static void runAndStop() {
    pair = SANDBOX.pair(PROGRAMS).start().awaitLog("entered RUNNING state", 7).stop();
  }

  private static List<String> names(Daemon daemon, String before, String after) {
    Pattern line = Pattern.compile(before + "(\\w+)" + after);
    return daemon.log().stream()
        .map(entry -> line.matcher(entry.message()))
        .filter(Matcher::lookingAt)
        .map(matcher -> matcher.group(1))
        .toList();
  }

  @Test
  void startsFromTheLowestPriority() {
    assertThat(names(pair.steward(), "spawned: '", "'"))
        .isEqualTo(names(pair.debian(), "spawned: '", "'"))
        .startsWith("first", "member_low", "member_high", "slow")
        .endsWith("late");
  }

  @Test
  void stopsFromTheHighestPriorityAndWaitsForEachRank() {
    String signalled = " \\(pid \\d+\\) with signal SIGTERM";
    assertThat(names(pair.steward(), "killing ", signalled))
        .startsWith("late")
        .endsWith("slow", "member_high", "member_low", "first")
        .isEqualTo(names(pair.debian(), "killing ", signalled));
    // Those of one group are asked one after the other, and end when they like.
    assertThat(names(pair.steward(), "stopped: ", " "))
        .containsSubsequence("late", "slow", "member_high", "first")
        .containsSubsequence("slow", "member_low", "first");
  }

  @Test
  void saysWhomTheEndWaitsFor() {
    assertThat(pair.steward().log())
        .anyMatch(line -> line.toString().matches("INFO waiting for .*\\bslow\\b.* to die"));
  }
}
