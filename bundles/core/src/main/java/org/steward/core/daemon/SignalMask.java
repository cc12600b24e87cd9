package org.steward.core.daemon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.steward.core.posix.Posix;

/**
 * Sees to it that the daemon's signals are blocked in every thread, so that a signalfd gets them.
 * The launcher script blocks them before the JVM starts; where it cannot, the daemon replaces
 * itself once, as a mask survives exec.
 */
final class SignalMask {
  /** Set by the launcher script where it could not block the signals. */
  static final String UNBLOCKED = "STEWARD_SIGNALS_UNBLOCKED";

  private SignalMask() {}

  /** Replaces this process where need be; returns where there is none. */
  static void ensure(Posix posix) throws StartupException {
    if (System.getenv(UNBLOCKED) == null) {
      return;
    }
    try {
      List<String> argv = strings("/proc/self/cmdline");
      List<String> environment = strings("/proc/self/environ");
      environment.removeIf(entry -> entry.startsWith(UNBLOCKED + "="));
      posix.exec(Files.readSymbolicLink(Path.of("/proc/self/exe")).toString(), argv, environment);
    } catch (IOException e) {
      throw new StartupException(
          "cannot read /proc/self to start again with signals blocked: " + e.getMessage());
    }
  }

  /** The NUL-separated strings of a file. */
  static List<String> strings(String file) throws IOException {
    String text = Files.readString(Path.of(file), StandardCharsets.UTF_8);
    return new ArrayList<>(
        List.of(
            (text.endsWith("\0") ? text.substring(0, text.length() - 1) : text).split("\0", -1)));
  }
}
