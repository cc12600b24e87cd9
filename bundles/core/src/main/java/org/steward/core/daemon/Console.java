package org.steward.core.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is said to whoever started the daemon, before there is a log. */
class Console {
  /** Prints to standard output. */
  void out(String text) {
    System.out.print(text);
    System.out.flush();
  }

  /** Whether a person sits at standard input and output, and they are the daemon's to use. */
  boolean isTerminal() {
    return isTerminal(0) && isTerminal(1) && isInForeground();
  }

  private static boolean isTerminal(int descriptor) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException closed) {
      return false;
    }
  }

  /** A process in the background that takes the terminal is stopped by the kernel. */
  private static boolean isInForeground() {
    try {
      String stat = Files.readString(Path.of("/proc/self/stat"));
      // After the name in parentheses: state, parent, process group, session, terminal, foreground.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return fields[2].equals(fields[5]);
    } catch (IOException noProc) {
      return false;
    }
  }

  /** Prints to standard error. */
  void err(String text) {
    System.err.print(text);
    System.err.flush();
  }
}
