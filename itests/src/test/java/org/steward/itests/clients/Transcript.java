package org.steward.itests.clients;

import java.util.stream.Collectors;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Implementation;

/**
 * What a supervisorctl prints and how it ends, one command line after the other.
 *
 * <p>A script has a command line on each line. It may begin with {@code ~}, where the order of the
 * lines printed depends on which process ends first, and end with {@code <<< text}, the standard
 * input with {@code \n} for line ends, or with {@code ^C text}, where Ctrl-C is pressed once that
 * text was printed. Of a followed activity log only the first line counts: what follows begins
 * somewhere in a line, and says how far the daemon is.
 */
record Transcript(Implementation client, Server server) {

  /** Runs a script; returns what was seen. */
  String of(String script) {
    return script
        .lines()
        .map(line -> line.startsWith("~") ? entry(line.substring(1), true) : entry(line, false))
        .collect(Collectors.joining());
  }

  private String entry(String line, boolean sorted) {
    Command.Result result = run(line);
    String out = server.general(line.contains("maintail -f") ? first(result.out()) : result.out());
    return "$ %s\n%s%s=> %d\n"
        .formatted(
            line,
            sorted ? out.lines().sorted().collect(Collectors.joining("\n", "", "\n")) : out,
            server.general(result.err()),
            result.status());
  }

  private static String first(String out) {
    return out.lines().limit(1).collect(Collectors.joining("", "", "\n"));
  }

  private Command.Result run(String line) {
    if (line.contains(" ^C ")) {
      String[] parts = line.split(" \\^C ", 2);
      return server.supervisorctl(client, parts[0]).runUntil(parts[1]);
    }
    String[] parts = (line + " ").split(" ?<<< ", 2);
    String input = parts.length == 2 ? parts[1].strip().replace("\\n", "\n") : "";
    return server.supervisorctl(client, parts[0].strip()).run(input);
  }
}
