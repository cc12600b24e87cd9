package org.steward.core.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.UpgradeReport;
import org.steward.api.process.ProcessId;
import org.steward.core.config.Account;
import org.steward.core.config.SupervisordConfig;
import org.steward.core.journal.Fingerprint;
import org.steward.core.journal.Journal;
import org.steward.core.journal.Search;
import org.steward.core.journal.Survivor;
import org.steward.core.loop.Lineage;
import org.steward.core.posix.Clock;
import org.steward.core.posix.Posix;
import org.steward.core.posix.PosixException;

/**
 * What an earlier daemon of the same pid file left: its journal, and the processes it tells of.
 * Made on the daemon's main thread before anything is started.
 *
 * @param directory the journal's, null where there is none
 * @param journal to be written on, null where children are to end with the daemon
 * @param survivors the processes it left
 * @param notes what to say once there is a log
 * @param upgrade what became of the last attempt to replace the daemon in its process
 */
record Past(
    @Nullable Path directory,
    @Nullable Journal journal,
    Map<ProcessId, Survivor> survivors,
    List<String> notes,
    UpgradeReport upgrade) {
  private static final FileAttribute<?> PRIVATE = mode("rwx------");

  /** Whatever the umask is: who may write a directory can put others into it. */
  private static final FileAttribute<?> NOT_FOR_OTHERS_TO_WRITE = mode("rwxr-xr-x");

  /** Nothing, and nothing will be left to a later one. */
  static final Past NONE = new Past(null, null, Map.of(), List.of(), UpgradeReport.NONE);

  /**
   * Makes the directory of a daemon's journal, while it may still be made: before the daemon
   * changes to another user.
   *
   * @param state where all daemons keep what they must write, null for nowhere
   * @param notes told why there is none
   * @return the directory, null where there is to be no journal
   */
  static @Nullable Path directory(
      Posix posix, @Nullable Path state, SupervisordConfig config, List<String> notes) {
    // Process 1 of a container takes all others with it.
    if (state == null || !config.adopt() || posix.pid() == 1) {
      return null;
    }
    String name = Long.toHexString(Fingerprint.of(config.pidfile().toString()));
    Path directory = state.resolve("daemons").resolve(name);
    try {
      Files.createDirectories(directory.getParent(), NOT_FOR_OTHERS_TO_WRITE);
      if (!Files.exists(directory)) {
        Files.createDirectory(directory, PRIVATE);
      }
      Account user = config.user();
      if (user != null && user.uid() != posix.uid()) {
        posix.chown(directory.toString(), user.uid(), user.gid());
      }
      return directory;
    } catch (IOException | PosixException e) {
      notes.add(without(directory, String.valueOf(e.getMessage())));
      return null;
    }
  }

  private static FileAttribute<?> mode(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }

  /** Reads the journal and looks for the children it tells of. */
  static Past read(Posix posix, @Nullable Path directory) {
    if (directory == null) {
      return NONE;
    }
    List<String> notes = new ArrayList<>();
    try {
      Journal journal =
          Journal.open(posix, directory, complaint -> notes.add(directory + ": " + complaint));
      if (journal != null) {
        Map<ProcessId, Survivor> survivors = Search.run(posix, journal);
        return new Past(directory, journal, survivors, notes, UpgradeReport.NONE);
      }
      notes.add(without(directory, "another daemon with the same pidfile holds it"));
    } catch (PosixException e) {
      notes.add(without(directory, String.valueOf(e.getMessage())));
    }
    return new Past(null, null, Map.of(), notes, UpgradeReport.NONE);
  }

  /** What an earlier daemon of this process left, which is all of it and in good order. */
  static Past resume(Posix posix, Handover handover, UpgradeReport upgrade) {
    Path directory = handover.journal();
    List<String> notes = new ArrayList<>();
    Journal journal =
        directory == null
            ? null
            : Journal.resume(
                posix,
                directory,
                handover.lock().fd(),
                complaint -> notes.add(directory + ": " + complaint));
    return new Past(directory, journal, Map.of(), notes, upgrade);
  }

  private static String without(Path directory, String why) {
    return "programs will not outlive this daemon, as it cannot use "
        + directory
        + ": "
        + why
        + "; STEWARD_STATE_DIR names another place";
  }

  /** Lets go of the journal, which stays for a later daemon. */
  void close() {
    if (journal != null) {
      journal.close();
    }
  }

  /** Whether children are to outlive the daemon. */
  boolean adopt() {
    return journal != null;
  }

  /** What ties a generation's children to earlier and later daemons. */
  Lineage lineage(Clock clock, int pid) {
    String mark = Integer.toHexString(pid) + "." + Long.toHexString(clock.wallMillis());
    return journal == null
        ? Lineage.mortal(mark)
        : new Lineage(true, mark, journal.recollection().greatestToken());
  }
}
