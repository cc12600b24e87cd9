package org.steward.core.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.steward.core.posix.Descriptors;
import org.steward.core.posix.Errno;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Posix;
import org.steward.core.posix.PosixException;

/**
 * The bytes on their way from a pipe to a log. Where children outlive the daemon they pass through
 * memory that does so too, with a note of where they belong: when the daemon is killed between the
 * read and the end of the write, the next one writes the rest.
 *
 * <p>A kill takes effect when the system call under way is done. Whether a read was is told by its
 * last bytes, which held a mark before; how much a write has written, by the log's size.
 *
 * <p>Opened on the thread that starts the daemon, then the output loop's.
 */
public final class Transit {
  /** How many bytes it takes: as many as a pipe holds. */
  public static final int CAPACITY = 64 * 1024;

  private static final int FORMAT = 0x53545731;
  private static final int FORMAT_AT = 0;
  private static final int COUNT_AT = 4;
  private static final int SIZE_AT = 8;
  private static final int MARK_AT = 16;
  private static final int MARK_LENGTH = 16;
  private static final int PATH_LENGTH_AT = 32;
  private static final int PATH_AT = 36;
  private static final int BYTES_AT = 8192;

  /** No text has bytes of this value or above, so no text is taken for the mark. */
  private static final int NOT_IN_UTF_8 = 0xF8;

  private final NativeBuffer bytes;
  private final @Nullable NativeBuffer note;
  private final @Nullable String file;
  private final byte[] mark = new byte[MARK_LENGTH];
  private String path = "";

  private Transit(NativeBuffer bytes, @Nullable NativeBuffer note, @Nullable String file) {
    this.bytes = bytes;
    this.note = note;
    this.file = file;
  }

  /** Memory that ends with the daemon, as its children do. */
  public static Transit mortal(Posix posix) {
    return new Transit(posix.allocate(CAPACITY), null, null);
  }

  /**
   * The memory of the daemon with that journal; what an earlier one left in it is written first.
   *
   * @param directory the journal's, locked by this daemon
   * @param complaints told where there is no such memory, or what was left could not be written
   */
  static Transit open(Posix posix, Path directory, Consumer<String> complaints) {
    String file =
        "/dev/shm/steward-"
            + posix.uid()
            + "-"
            + Long.toHexString(Fingerprint.of(directory.toString()));
    NativeBuffer all;
    try {
      all = posix.mapFile(file, BYTES_AT + CAPACITY);
    } catch (PosixException e) {
      complaints.accept(
          "cannot use " + file + ": " + e.getMessage() + "; a kill of the daemon can lose a read");
      return mortal(posix);
    }
    Transit transit = new Transit(all.part(BYTES_AT, CAPACITY), all, file);
    transit.recover(posix, all, complaints);
    transit.begin(all);
    return transit;
  }

  /** Where a pipe is read to, and a log written from; free again once that is done. */
  public NativeBuffer bytes() {
    return bytes;
  }

  /** Whether what passes through it outlives the daemon, and is worth a note. */
  public boolean outlives() {
    return note != null;
  }

  /**
   * Notes what is about to be read.
   *
   * @param log the plain file it is then written to
   * @param size the log's size
   * @param count how many bytes the read will bring, neither more nor fewer
   */
  public void expect(String log, long size, int count) {
    NativeBuffer into = note;
    if (into == null || !noted(into, log)) {
      return;
    }
    into.putLong(SIZE_AT, size);
    int length = Math.min(count, MARK_LENGTH);
    bytes.put(count - length, mark, 0, length);
    into.putInt(COUNT_AT, count);
  }

  /** All that was read is written, or kept elsewhere. */
  public void settled() {
    if (note != null) {
      note.putInt(COUNT_AT, 0);
    }
  }

  private boolean noted(NativeBuffer into, String log) {
    if (!log.equals(path)) {
      byte[] text = log.getBytes(StandardCharsets.UTF_8);
      if (text.length > BYTES_AT - PATH_AT) {
        return false;
      }
      into.put(PATH_AT, text, 0, text.length);
      into.putInt(PATH_LENGTH_AT, text.length);
      path = log;
    }
    return true;
  }

  private void begin(NativeBuffer into) {
    SplittableRandom random = new SplittableRandom();
    for (int i = 0; i < MARK_LENGTH; i++) {
      mark[i] = (byte) random.nextInt(NOT_IN_UTF_8, 256);
    }
    into.putInt(COUNT_AT, 0);
    into.put(MARK_AT, mark, 0, MARK_LENGTH);
    into.putInt(FORMAT_AT, FORMAT);
  }

  private void recover(Posix posix, NativeBuffer from, Consumer<String> complaints) {
    int count = from.getInt(COUNT_AT);
    int length = from.getInt(PATH_LENGTH_AT);
    boolean sound = count > 0 && count <= CAPACITY && length > 0 && length <= BYTES_AT - PATH_AT;
    if (from.getInt(FORMAT_AT) != FORMAT || !sound || !wasRead(from, count)) {
      return;
    }
    String log = new String(from.copy(PATH_AT, length), StandardCharsets.UTF_8);
    try {
      int fd = posix.openNamed(log, Descriptors.O_WRONLY | Descriptors.O_APPEND, 0);
      try {
        write(posix, fd, from.getLong(SIZE_AT), count);
      } finally {
        posix.close(fd);
      }
    } catch (PosixException e) {
      complaints.accept(
          "cannot write to "
              + log
              + " what was on its way there, "
              + count
              + " bytes: "
              + e.getMessage());
    }
  }

  private boolean wasRead(NativeBuffer from, int count) {
    int length = Math.min(count, MARK_LENGTH);
    byte[] before = from.copy(MARK_AT, length);
    return !Arrays.equals(bytes.copy(count - length, length), before);
  }

  /** A log that is smaller than it was has been rotated, which comes after the writing. */
  private void write(Posix posix, int fd, long before, int count) {
    long done = posix.status(fd).size() - before;
    while (done >= 0 && done < count) {
      int written = posix.write(fd, bytes, (int) done, count - (int) done);
      if (written <= 0) {
        throw new PosixException("write", written == 0 ? Errno.EIO : -written);
      }
      done += written;
    }
  }

  /** Removes the memory's name: nothing will be left to a later daemon. */
  void discard(Posix posix) {
    if (file != null) {
      posix.unlink(file);
    }
  }
}
