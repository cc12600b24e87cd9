package org.steward.launcher;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
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
  private static final Set<StandardOpenOption> LOCK_OPTIONS =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

  private final Path folder;
  private final FileChannel channel;

  private CacheSlot(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the first slot that no other daemon holds.
   *
   * @param caches the folder of all slots
   * @throws IOException if nothing can be written there
   */
  static CacheSlot acquire(Path caches) throws IOException {
    for (int number = 0; number < MAXIMUM; number++) {
      @Nullable FileChannel locked = lock(caches.resolve(number + ".lock"));
      if (locked != null) {
        Path folder = caches.resolve(Integer.toString(number));
        delete(folder);
        return new CacheSlot(Files.createDirectory(folder, mode("rwx------")), locked);
      }
    }
    throw new IOException(
        "cannot find a free slot in " + caches + ": all " + MAXIMUM + " are held by daemons");
  }

  private static @Nullable FileChannel lock(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, LOCK_OPTIONS, mode("rw-------"));
    if (isFree(channel)) {
      return channel;
    }
    channel.close();
    return null;
  }

  private static FileAttribute<?> mode(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
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
  public void close() {
    try (channel) {
      delete(folder);
    } catch (IOException inTheWay) {
      // A daemon that has become another user may not change the parent, and a bundle that takes
      // too long to stop may still write. What is left goes when the slot is taken.
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder, NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> slots = Files.newDirectoryStream(folder.resolveSibling(""))) {
        delete((SecureDirectoryStream<Path>) slots, folder.getFileName());
      }
    }
  }

  /**
   * Goes from directory to directory by descriptors and not by path, as the folder may be another
   * user's, who could put a link into the way.
   */
  private static void delete(SecureDirectoryStream<Path> parent, Path name) throws IOException {
    try (SecureDirectoryStream<Path> directory = parent.newDirectoryStream(name, NOFOLLOW_LINKS)) {
      for (Path entry : directory) {
        Path file = entry.getFileName();
        if (isDirectory(directory, file)) {
          delete(directory, file);
        } else {
          directory.deleteFile(file);
        }
      }
    }
    parent.deleteDirectory(name);
  }

  private static boolean isDirectory(SecureDirectoryStream<Path> parent, Path name)
      throws IOException {
    return parent
        .getFileAttributeView(name, BasicFileAttributeView.class, NOFOLLOW_LINKS)
        .readAttributes()
        .isDirectory();
  }
}
