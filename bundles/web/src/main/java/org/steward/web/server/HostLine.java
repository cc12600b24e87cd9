package org.steward.web.server;

/**
 * Gives requests the Host header that HTTP/1.1 demands and Jetty insists on. {@code supervisorctl
 * tail -f} sends an empty one over UNIX sockets, and scripts by hand none at all.
 */
final class HostLine {
  private static final String NAME = "host:";
  private static final String LINE = "Host: localhost";
  private static final String END_OF_LINE = "\r\n";
  private static final String END_OF_HEAD = "\r\n\r\n";

  private HostLine() {}

  /** Whether the text holds a whole request head. */
  static boolean isComplete(String text) {
    return text.contains(END_OF_HEAD);
  }

  /**
   * The text with a Host header.
   *
   * @param text begins with a request; what is no whole request head stays as it is
   */
  static String repair(String text) {
    int end = text.indexOf(END_OF_HEAD);
    int requestLine = text.indexOf(END_OF_LINE);
    if (end < 0 || !text.substring(0, requestLine).contains(" HTTP/1.")) {
      return text;
    }
    int next;
    for (int line = requestLine + 2; line < end; line = next + 2) {
      next = text.indexOf(END_OF_LINE, line);
      if (text.regionMatches(true, line, NAME, 0, NAME.length())) {
        boolean blank = text.substring(line + NAME.length(), next).isBlank();
        return blank ? text.substring(0, line) + LINE + text.substring(next) : text;
      }
    }
    return text.substring(0, requestLine) + END_OF_LINE + LINE + text.substring(requestLine);
  }
}
