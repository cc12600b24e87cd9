package org.steward.ctl.pidproxy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Replaces this JVM by another with the signals blocked from its start on, so that no thread of it
 * takes any, and with {@code -Xrs}, which keeps the JVM from unblocking them. The process stays the
 * same one.
 */
final class Relaunch {

  /** Set for the second JVM, which must not try a third time. */
  private static final String MARKER = "STEWARD_PIDPROXY_RELAUNCHED";

  /** HotSpot unblocks the signal it suspends threads by, SIGUSR2 unless told otherwise here. */
  private static final String SUSPEND_SIGNAL = "_JAVA_SR_SIGNUM";

  /**
   * The scripts in bin/ put this before variables with options for other JVMs, such as
   * JAVA_TOOL_OPTIONS.
   */
  private static final String KEPT = "STEWARD_KEPT_";

  private static final List<String> FLAGS =
      // Without signals, SIGQUIT must not open an attach socket; the child's limits are not ours to
      // raise.
      List.of("-Xrs", "-XX:+DisableAttachMechanism", "-XX:-MaxFDLimit");

  private static final String COMMAND_LINE = "/proc/self/cmdline";

  private static final int SIG_BLOCK = 0;

  private Relaunch() {}

  static boolean hasHappened() {
    return System.getenv(MARKER) != null;
  }

  /** Becomes the other JVM; returns only to throw. */
  static void run(Libc libc) throws IOException {
    List<String> argv = new ArrayList<>(strings(COMMAND_LINE));
    argv.addAll(1, FLAGS);
    List<String> environment = new ArrayList<>(strings("/proc/self/environ"));
    environment.add(MARKER + "=1");
    environment.add(SUSPEND_SIGNAL + "=16");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    libc.call("pthread_sigmask", SIG_BLOCK, SignalSet.allocate(libc).address(), 0);
    libc.call(
        "execve",
        libc.string(java).address(),
        libc.strings(argv).address(),
        libc.strings(environment).address());
    throw new IOException("cannot execute " + java + ": " + libc.describe(libc.errno()));
  }

  /**
   * {@return the environment for the child: without what is meant for this JVM, and with what was
   * kept from it}
   */
  static List<String> childEnvironment() throws IOException {
    List<String> own = strings("/proc/self/environ");
    Set<String> notItsOwn = new HashSet<>(List.of(MARKER, SUSPEND_SIGNAL));
    List<String> environment = new ArrayList<>();
    for (String variable : own) {
      if (variable.startsWith(KEPT)) {
        String kept = variable.substring(KEPT.length());
        notItsOwn.add(nameOf(kept));
        environment.add(kept);
      }
    }
    for (String variable : own) {
      if (!variable.startsWith(KEPT) && !notItsOwn.contains(nameOf(variable))) {
        environment.add(variable);
      }
    }
    return environment;
  }

  private static String nameOf(String variable) {
    int equals = variable.indexOf('=');
    return equals < 0 ? variable : variable.substring(0, equals);
  }

  /** {@return the last words of this process's command line, byte for byte} */
  static List<String> lastArguments(int count) throws IOException {
    List<String> line = strings(COMMAND_LINE);
    return line.subList(line.size() - count, line.size());
  }

  /** {@return the strings of a file of them, each ended by NUL} */
  private static List<String> strings(String file) throws IOException {
    String text = Files.readString(Path.of(file), Libc.BYTES);
    return text.isEmpty()
        ? List.of()
        : List.of(text.substring(0, text.length() - 1).split("\0", -1));
  }
}
