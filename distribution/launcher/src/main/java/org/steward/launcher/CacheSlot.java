package org.steward.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A numbered folder for the framework's bundle cache, held by a file lock while the daemon lives.
 *
 * <p>Locks and not process ids tell the slots in use: the kernel drops a lock with its holder,
 * whatever killed it, and containers that share a state directory all run a process 1. A slot is
 * emptied when it is taken, so what a killed daemon left goes with the next start.
 */
final class CacheSlot implements AutoCloseable {

  private static final int MAXIMUM = 1024;

  private final Path folder;
  private final FileChannel channel;

  private CacheSlot(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the first slot that no other daemon holds.
   *
   * @param caches the folder of all slots; created if need be
   * @throws IOException if nothing can be written there
   */
  static CacheSlot acquire(Path caches) throws IOException {
    Files.createDirectories(caches);
    for (int number = 0; number < MAXIMUM; number++) {
      @Nullable FileChannel locked = lock(caches.resolve(number + ".lock"));
      if (locked != null) {
        Path folder = caches.resolve(Integer.toString(number));
        delete(folder);
        return new CacheSlot(Files.createDirectory(folder), locked);
      }
    }
    throw new IOException(
        "cannot find a free slot in " + caches + ": all " + MAXIMUM + " are held by daemons");
  }

  private static @Nullable FileChannel lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (isFree(channel)) {
      return channel;
    }
    channel.close();
    return null;
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldInThisJvm) {
      return false;
    }
  }

  /** An empty folder when the slot is taken; no other daemon uses it. */
  Path folder() {
    return folder;
  }

  /** Deletes the folder and gives the slot back. The lock file stays: others may wait on it. */
  @Override
  public void close() throws IOException {
    try (channel) {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> tree = Files.walk(folder)) {
      deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
