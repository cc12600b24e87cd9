package org.steward.core.journal;

import static org.steward.core.posix.Descriptors.O_APPEND;
import static org.steward.core.posix.Descriptors.O_CREAT;
import static org.steward.core.posix.Descriptors.O_NOFOLLOW;
import static org.steward.core.posix.Descriptors.O_RDONLY;
import static org.steward.core.posix.Descriptors.O_RDWR;
import static org.steward.core.posix.Descriptors.O_TRUNC;
import static org.steward.core.posix.Descriptors.O_WRONLY;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.steward.core.posix.Errno;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Posix;
import org.steward.core.posix.PosixException;

/**
 * The file that tells the next daemon which children this one left. Appended to with each entry,
 * written anew when most of it is history. Nothing is forced to the disk: what a write has given to
 * the system outlives the daemon, and the end of the system is the end of the children too.
 *
 * <p>Opened on the thread that starts the daemon, then the output loop's.
 */
public final class Journal {
  private static final int PRIVATE = 0600;
  private static final int BUFFER_SIZE = 16 * 1024;
  private static final long SMALL = 256 * 1024;
  private static final int MOSTLY_HISTORY = 4;

  private final Posix posix;
  private final String path;
  private final String epoch;
  private final int lock;
  private final NativeBuffer buffer;
  private final Recollection recollection;
  private final Transit transit;
  private Consumer<String> trouble = words -> {};
  private int fd = -1;
  private long size;
  private long sizeWhenNew;
  private boolean broken;

  private Journal(Posix posix, Path directory, int lock, Consumer<String> complaints) {
    this.posix = posix;
    this.path = directory.resolve("journal").toString();
    this.transit = Transit.open(posix, directory, complaints);
    this.lock = lock;
    this.epoch = posix.epoch();
    this.buffer = posix.allocate(BUFFER_SIZE);
    this.recollection = JournalText.read(readAll(), epoch, complaints);
  }

  /**
   * Opens the journal of a directory and locks it.
   *
   * @param directory private to the daemon's user
   * @param complaints told what is wrong in it
   * @return null where another daemon holds it
   * @throws PosixException where it cannot be written
   */
  public static @Nullable Journal open(Posix posix, Path directory, Consumer<String> complaints) {
    String lockFile = directory.resolve("lock").toString();
    int lock = posix.open(lockFile, O_RDWR | O_CREAT | O_NOFOLLOW, PRIVATE);
    if (!posix.lock(lock)) {
      posix.close(lock);
      return null;
    }
    return resume(posix, directory, lock, complaints);
  }

  /**
   * Goes on with the journal of an earlier daemon of this process.
   *
   * @param lock the descriptor of its lock
   */
  public static Journal resume(Posix posix, Path directory, int lock, Consumer<String> complaints) {
    Journal journal = new Journal(posix, directory, lock, complaints);
    journal.rewrite();
    return journal;
  }

  /** What it said when it was opened, and since. */
  public Recollection recollection() {
    return recollection;
  }

  /** Where output passes through on its way to the logs. */
  public Transit transit() {
    return transit;
  }

  /** The descriptor of its lock. */
  public int lock() {
    return lock;
  }

  /** Has whoever is told learn of writes that fail, from now on. */
  public void reportTo(Consumer<String> whom) {
    trouble = whom;
  }

  /** Notes an entry. Never fails; where it cannot be written that is said, and tried again. */
  public void add(JournalEntry entry) {
    JournalEntry complete = complete(entry);
    recollection.add(complete);
    try {
      if (broken || size > SMALL && size > sizeWhenNew * MOSTLY_HISTORY) {
        rewrite();
      } else {
        write(fd, JournalText.line(complete));
      }
      if (broken) {
        broken = false;
        trouble.accept("the journal " + path + " can be written again");
      }
    } catch (PosixException e) {
      if (!broken) {
        broken = true;
        trouble.accept(
            "cannot write the journal "
                + path
                + ": "
                + e.getMessage()
                + "; programs would not be found again if this daemon died now");
      }
    }
  }

  private JournalEntry complete(JournalEntry entry) {
    return entry instanceof JournalEntry.Spawned spawned && spawned.startTime() == 0
        ? new JournalEntry.Spawned(
            spawned.token(), spawned.pid(), posix.startTime(spawned.pid()), spawned.pipes())
        : entry;
  }

  /** Writes it anew under another name, which then replaces it. */
  private void rewrite() {
    String fresh = path + ".new";
    int opened = posix.open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_NOFOLLOW, PRIVATE);
    try {
      size = 0;
      StringBuilder text = new StringBuilder(JournalText.head(epoch, recollection.greatestToken()));
      recollection.entries().forEach(entry -> text.append(JournalText.line(entry)));
      write(opened, text.toString());
      int failure = -posix.rename(fresh, path);
      if (failure != 0) {
        throw new PosixException("rename", failure);
      }
    } catch (PosixException e) {
      posix.close(opened);
      throw e;
    }
    if (fd >= 0) {
      posix.close(fd);
    }
    fd = opened;
    sizeWhenNew = size;
  }

  private void write(int to, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < bytes.length; ) {
      int length = Math.min(bytes.length - at, buffer.capacity());
      buffer.put(0, bytes, at, length);
      int count = posix.write(to, buffer, 0, length);
      if (count <= 0) {
        throw new PosixException("write", count == 0 ? Errno.EIO : -count);
      }
      at += count;
      size += count;
    }
  }

  private String readAll() {
    int from;
    try {
      from = posix.open(path, O_RDONLY | O_NOFOLLOW, 0);
    } catch (PosixException e) {
      if (e.errno() == Errno.ENOENT) {
        return "";
      }
      throw e;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int count = posix.read(from, buffer, 0, buffer.capacity());
    while (count > 0) {
      bytes.writeBytes(buffer.copy(0, count));
      count = posix.read(from, buffer, 0, buffer.capacity());
    }
    posix.close(from);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Removes it: everything was stopped in good order, and the next daemon begins anew. */
  public void discard() {
    posix.unlink(path);
    transit.discard(posix);
    close();
  }

  /** Closes it, leaving it to the next daemon. */
  public void close() {
    posix.close(fd);
    posix.close(lock);
  }
}
