package org.steward.itests.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Proc;

/** Programs that write numbered lines in several ways, one of them to its stderr. */
final class Writers {
  private static final List<String> PATTERNS = List.of("steady", "burst", "torn", "stderr");

  private static final Pattern NUMBERED = Pattern.compile("(\\d{1,9}) x*");

  private final Daemon daemon;
  private final Map<String, Proc> processes = new HashMap<>();

  private Writers(Daemon daemon) {
    this.daemon = daemon;
    PATTERNS.forEach(pattern -> processes.put(pattern, daemon.awaitRunning(pattern)));
  }

  /** Their sections of the configuration. */
  static String sections() {
    StringBuilder sections = new StringBuilder();
    for (String pattern : PATTERNS) {
      sections.append(
          """
          [program:%1$s]
          command=python3 %%(ENV_PROGRAMS)s/numbered.py %1$s %%(here)s/%1$s.count
          %2$s_logfile=%%(here)s/%1$s.log
          %2$s_logfile_maxbytes=0

          """
              .formatted(pattern, pattern.equals("stderr") ? "stderr" : "stdout"));
    }
    return sections.toString();
  }

  /** Those of a daemon, once they all run. */
  static Writers of(Daemon daemon) {
    return new Writers(daemon);
  }

  /** Fails unless they are the processes they were in the beginning. */
  void assertUntouched() {
    for (Proc process : processes.values()) {
      assertThat(process.isAlive()).as("%s\n%s", processes, daemon.seen()).isTrue();
    }
    String status = daemon.ctl("status").out();
    processes.forEach(
        (pattern, process) ->
            assertThat(status)
                .containsPattern("(?m)^" + pattern + " +RUNNING +pid " + process.pid() + ","));
  }

  /** Stops them; returns how many lines they wrote, after all were found in their logs. */
  long stopAndCount() {
    stop();
    long all = 0;
    for (String pattern : PATTERNS) {
      List<String> lines = log(pattern);
      assertThat(lines.size()).as("lines of " + pattern).isEqualTo(wrote(pattern));
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).equals(line(i))) {
          throw new AssertionError(pattern + " has, as line " + i + ": " + lines.get(i));
        }
      }
      all += lines.size();
    }
    return all;
  }

  /**
   * How many lines were written and how many of them are in no log.
   *
   * @param wrote by all
   * @param lost what is missing, or was torn where something is missing
   */
  record Count(long wrote, long lost) {}

  /** Stops them; what is in their logs must be in order and without repetition. */
  Count stopAndCountLosses() {
    stop();
    long all = 0;
    long found = 0;
    for (String pattern : PATTERNS) {
      all += wrote(pattern);
      int next = 0;
      for (String text : log(pattern)) {
        Matcher numbered = NUMBERED.matcher(text);
        if (numbered.matches() && text.equals(line(Integer.parseInt(numbered.group(1))))) {
          int number = Integer.parseInt(numbered.group(1));
          assertThat(number).as(pattern).isGreaterThanOrEqualTo(next);
          next = number + 1;
          found++;
        }
      }
    }
    return new Count(all, all - found);
  }

  private void stop() {
    List<String> words = new ArrayList<>(PATTERNS);
    words.addFirst("stop");
    assertThat(daemon.ctl(words.toArray(String[]::new)).out().lines())
        .hasSize(PATTERNS.size())
        .allMatch(line -> line.endsWith(": stopped"));
  }

  private int wrote(String pattern) {
    Await.until("it tells how many", () -> !daemon.read(pattern + ".count").isEmpty());
    return Integer.parseInt(daemon.read(pattern + ".count").strip());
  }

  private List<String> log(String pattern) {
    return new String(daemon.bytes(pattern + ".log"), StandardCharsets.US_ASCII).lines().toList();
  }

  private static String line(int number) {
    return number + " " + "x".repeat(number % 150);
  }
}
