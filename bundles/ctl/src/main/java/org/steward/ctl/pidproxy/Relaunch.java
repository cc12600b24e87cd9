package org.steward.ctl.pidproxy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

  private static final int SIG_BLOCK = 0;

  private Relaunch() {}

  static boolean hasHappened() {
    return System.getenv(MARKER) != null;
  }

  /** Becomes the other JVM; returns only to throw. */
  static void run(Libc libc) throws IOException {
    List<String> argv = new ArrayList<>(commandLine());
    argv.addAll(1, FLAGS);
    List<String> environment = environment();
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

  /** {@return this process's environment} */
  private static List<String> environment() {
    List<String> environment = new ArrayList<>();
    for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
      environment.add(variable.getKey() + "=" + variable.getValue());
    }
    return environment;
  }

  /**
   * {@return the environment for the child: without what is meant for this JVM, and with what was
   * kept from it}
   */
  static List<String> childEnvironment() {
    List<String> environment = new ArrayList<>();
    for (String variable : environment()) {
      if (variable.startsWith(KEPT)) {
        environment.add(variable.substring(KEPT.length()));
      } else if (!variable.startsWith(MARKER + "=") && !variable.startsWith(SUSPEND_SIGNAL + "=")) {
        environment.add(variable);
      }
    }
    return environment;
  }

  private static List<String> commandLine() throws IOException {
    String line = Files.readString(Path.of("/proc/self/cmdline"), StandardCharsets.UTF_8);
    return List.of(line.substring(0, line.length() - 1).split("\0", -1));
  }
}
