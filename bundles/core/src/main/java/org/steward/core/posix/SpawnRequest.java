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
 */
public record SpawnRequest(
    String path,
    List<String> argv,
    List<String> environment,
    @Nullable String directory,
    @Nullable Integer umask,
    int stdin,
    int stdout,
    int stderr) {}
