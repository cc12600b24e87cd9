package org.steward.ctl.compare;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of an output what differs from run to run, and of {@code error:} lines what is told in
 * other words.
 */
final class Normal {

  /** The parts of an error line that are the same: scripts look for them. */
  private static final List<Pattern> ESSENCES =
      List.of(
          Pattern.compile("<Fault \\d+: [^>]*>"),
          Pattern.compile("<ProtocolError[^>]*>"),
          Pattern.compile("\\[Errno -?\\d+\\] [A-Z][a-z]+( [a-z]+)*"),
          Pattern.compile("Unknown result code \\d+ for \\S+(?=[: ])"),
          Pattern.compile("Unknown protocol for serverurl \\S+(?=:)"));

  private Normal() {}

  static String of(String output) {
    StringBuilder normal = new StringBuilder();
    for (String line : output.split("\n", -1)) {
      normal.append(line(line)).append('\n');
    }
    return normal.toString();
  }

  private static String line(String line) {
    int error = line.indexOf("error: ");
    if (error >= 0) {
      return line.substring(0, error) + "error: " + essence(line);
    }
    return line.replaceAll("pid \\d+, uptime .*", "pid N, uptime U")
        .replaceAll("^(supervisor> )?[1-9]\\d*$", "$1N");
  }

  private static String essence(String line) {
    for (Pattern pattern : ESSENCES) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.find()) {
        return matcher.group();
      }
    }
    return "";
  }
}
