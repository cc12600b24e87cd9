package org.steward.web.tail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.LogAccess;
import org.steward.web.stream.Source;

/**
 * Reads a growing file from a place near its end, through truncation and rotation. Not safe for
 * several threads at once.
 *
 * <p>A rotated file is read to its end before the new one is opened, so that nothing is lost. One
 * that shrank is read anew from its beginning, behind a note clients know.
 */
public final class TailFile implements Source {
  /** Told where a file shrank. Clients know the words. */
  static final String TRUNCATED = "==> File truncated <==\n";

  private static final int CHUNK = 16 * 1024;

  private final Path path;
  private final LogAccess logs;
  private FileChannel channel;
  private @Nullable Object identity;
  private long position;

  private TailFile(Path path, LogAccess logs, FileChannel channel, @Nullable Object identity) {
    this.path = path;
    this.logs = logs;
    this.channel = channel;
    this.identity = identity;
  }

  /**
   * Opens the file.
   *
   * @param logs tells when it grows
   * @param head how many bytes before its present end to begin
   */
  public static TailFile open(Path path, LogAccess logs, long head) throws IOException {
    // Named before it is opened: if it is replaced in between, it is opened once too often.
    Object identity = identity(path);
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    TailFile file = new TailFile(path, logs, channel, identity);
    file.position = Math.max(0, channel.size() - head);
    return file;
  }

  /** Where in the file the next byte is read. */
  public long position() {
    return position;
  }

  @Override
  public @Nullable ByteBuffer read() throws IOException {
    ByteBuffer bytes = readOn();
    return bytes != null || !reopenIfReplaced() ? bytes : readOn();
  }

  @Override
  public Subscription onMore(Runnable wake) {
    return logs.follow(path, wake)::close;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private @Nullable ByteBuffer readOn() throws IOException {
    long added = channel.size() - position;
    if (added < 0) {
      position = 0;
      return ByteBuffer.wrap(TRUNCATED.getBytes(StandardCharsets.US_ASCII));
    }
    if (added == 0) {
      return null;
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(added, CHUNK));
    int read = channel.read(bytes, position);
    if (read <= 0) {
      return null;
    }
    position += read;
    return bytes.flip();
  }

  private boolean reopenIfReplaced() throws IOException {
    Object present = identity(path);
    if (present == null || present.equals(identity)) {
      return false;
    }
    FileChannel successor;
    try {
      successor = FileChannel.open(path, StandardOpenOption.READ);
    } catch (NoSuchFileException goneAgain) {
      return false;
    }
    channel.close();
    channel = successor;
    identity = present;
    position = 0;
    return true;
  }

  /** The file's device and inode, null if there is no file. */
  private static @Nullable Object identity(Path path) throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    } catch (NoSuchFileException e) {
      return null;
    }
  }
}
