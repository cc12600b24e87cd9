package org.steward.core.output;

import java.io.ByteArrayOutputStream;

/**
 * Makes syslog messages of a child's output: one a line, with the process's name before it. A line
 * that is torn apart by reads is put together again, up to a limit. Loop only.
 */
final class SyslogLines {
  private static final int LONGEST = 8 * 1024;

  private final Syslog syslog;
  private final String prefix;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int blankLines;

  SyslogLines(Syslog syslog, String processName) {
    this.syslog = syslog;
    this.prefix = processName + " ";
  }

  void take(byte[] bytes) {
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        line.write(bytes, from, i - from);
        endOfLine();
        from = i + 1;
      } else if (line.size() + i - from >= LONGEST) {
        line.write(bytes, from, i - from);
        send();
        from = i;
      }
    }
    line.write(bytes, from, bytes.length - from);
    if (line.size() == 0) {
      endOfRead(bytes.length);
    }
  }

  /**
   * Blank lines at the end of what was read at once are not sent, as Supervisor has it; of a read
   * of nothing else one is.
   */
  private void endOfRead(int length) {
    if (blankLines == length) {
      syslog.send(prefix, new byte[0]);
    }
    blankLines = 0;
  }

  /** The unfinished line. */
  byte[] line() {
    return line.toByteArray();
  }

  /** Blank lines not yet sent. */
  int blankLines() {
    return blankLines;
  }

  /** Goes on where another one was. */
  void resume(byte[] unfinished, int blanks) {
    line.writeBytes(unfinished);
    blankLines = blanks;
  }

  /** Sends an unfinished line. */
  void end() {
    if (line.size() > 0) {
      send();
    }
  }

  private void endOfLine() {
    if (line.size() == 0) {
      blankLines++;
      return;
    }
    send();
  }

  private void send() {
    for (; blankLines > 0; blankLines--) {
      syslog.send(prefix, new byte[0]);
    }
    syslog.send(prefix, line.toByteArray());
    line.reset();
  }
}
