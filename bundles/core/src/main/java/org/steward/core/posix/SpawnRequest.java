package org.steward.core.posix;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to spawn.
 *
 * @param path the file to execute, absolute or relative to the daemon's directory
 * @param argv its arguments, the program's own name first
 * @param environment its environment as {@code NAME=value}
 * @param directory its working directory, null for the daemon's
 * @param umask its file mode mask, null for the daemon's
 * @param stdin descriptor it gets as 0
 * @param stdout descriptor it gets as 1
 * @param stderr descriptor it gets as 2
 * @param ownSession whether it leads a session of its own, and not only a process group; it then
 *     also keeps the signals that are blocked here, as who takes the daemon's place must
 */
public record SpawnRequest(
    String path,
    List<String> argv,
    List<String> environment,
    @Nullable String directory,
    @Nullable Integer umask,
    int stdin,
    int stdout,
    int stderr,
    boolean ownSession) {
  /** A child that leads a process group in the daemon's session. */
  public SpawnRequest(
      String path,
      List<String> argv,
      List<String> environment,
      @Nullable String directory,
      @Nullable Integer umask,
      int stdin,
      int stdout,
      int stderr) {
    this(path, argv, environment, directory, umask, stdin, stdout, stderr, false);
  }

  /** The same, leading a session of its own and keeping what signals are blocked. */
  public SpawnRequest inOwnSession() {
    return new SpawnRequest(path, argv, environment, directory, umask, stdin, stdout, stderr, true);
  }
}
