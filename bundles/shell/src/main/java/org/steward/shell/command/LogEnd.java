package org.steward.shell.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.LogAccess;

/** The end of a log file, and what is added to it. For one thread. */
final class LogEnd implements AutoCloseable {
  private static final int PIECE = 8 * 1024;

  private final Path file;
  private final PrintStream out;
  private FileChannel channel;
  private @Nullable Object identity;

  LogEnd(Path file, PrintStream out) throws IOException {
    this.file = file;
    this.out = out;
    channel = FileChannel.open(file);
    identity = identity();
  }

  private @Nullable Object identity() throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  void showLast(int bytes) throws IOException {
    channel.position(Math.max(0, channel.size() - bytes));
    showNew();
  }

  /** Shows what is added, until it is interrupted or nobody reads any more. */
  void follow(LogAccess logs) throws IOException, InterruptedException {
    Semaphore grown = new Semaphore(0);
    try (LogAccess.Follow _ = logs.follow(file, grown::release)) {
      while (!out.checkError()) {
        showNew();
        if (Files.exists(file) && !Objects.equals(identity(), identity)) {
          reopen();
        } else if (channel.size() < channel.position()) {
          channel.position(0);
        } else if (grown.tryAcquire(1, TimeUnit.SECONDS)) {
          grown.drainPermits();
        }
      }
    }
  }

  private void reopen() throws IOException {
    channel.close();
    channel = FileChannel.open(file);
    identity = identity();
  }

  private void showNew() throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(PIECE);
    while (channel.read(piece) > 0) {
      out.write(piece.array(), 0, piece.position());
      piece.clear();
    }
    out.flush();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
