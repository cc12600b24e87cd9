package org.steward.itests.listeners;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.steward.itests.harness.Daemon;

/**
 * An event as a listener noted it.
 *
 * @param header its first line
 * @param payload what followed
 */
record Received(String header, String payload) {
  private static final Pattern LENGTH = Pattern.compile(" len:(\\d+)$");
  private static final Pattern PID = Pattern.compile("\\bpid:(\\d+)");

  /** All that a listener has noted in a file of a daemon's folder; what is half noted, not yet. */
  static List<Received> by(Daemon daemon, String record) {
    List<Received> all = new ArrayList<>();
    String text = daemon.read(record);
    int at = 0;
    for (int lineEnd = text.indexOf('\n'); lineEnd >= 0; lineEnd = text.indexOf('\n', at)) {
      String header = text.substring(at, lineEnd);
      Matcher length = LENGTH.matcher(header);
      if (!length.find()) {
        throw new AssertionError("no header of an event: " + header + "\nin " + text);
      }
      int characters = Integer.parseInt(length.group(1));
      if (text.codePointCount(lineEnd + 1, text.length()) <= characters) {
        break;
      }
      at = text.offsetByCodePoints(lineEnd + 1, characters);
      all.add(new Received(header, text.substring(lineEnd + 1, at)));
      at++; // the newline after it
    }
    return all;
  }

  /** The type of the event. */
  String type() {
    return value("eventname");
  }

  /** A value of the header. */
  String value(String name) {
    Matcher matcher = Pattern.compile("\\b" + name + ":(\\S*)").matcher(header);
    if (!matcher.find()) {
      throw new AssertionError("no " + name + " in " + header);
    }
    return matcher.group(1);
  }

  /** The event without what differs from run to run: process ids, and by how much they lengthen. */
  Received general() {
    Matcher pid = PID.matcher(payload);
    if (!pid.find()) {
      return this;
    }
    int length = Integer.parseInt(value("len")) - pid.group(1).length();
    return new Received(
        LENGTH.matcher(header).replaceFirst(" len:" + length), pid.replaceFirst("pid:"));
  }

  @Override
  public String toString() {
    return header + "\n" + payload;
  }
}
