package org.steward.web.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * A connection of Jetty's as blocking streams: one thread reads, and one at a time writes. Nothing
 * passes before it is open.
 */
final class Line {
  private static final int BUFFER = 8 * 1024;

  private final EndPoint endPoint;
  private final CompletableFuture<ByteBuffer> opened = new CompletableFuture<>();

  Line(EndPoint endPoint) {
    this.endPoint = endPoint;
  }

  /**
   * Lets bytes pass.
   *
   * @param received what came already
   */
  void open(ByteBuffer received) {
    ByteBuffer buffer = BufferUtil.allocate(Math.max(BUFFER, received.remaining()));
    BufferUtil.append(buffer, received);
    opened.complete(buffer);
  }

  /** Ends it: whoever reads or writes is told so. */
  void close() {
    opened.completeExceptionally(new IOException("the connection is closed"));
    endPoint.close();
  }

  /** What the client sends. */
  InputStream input() {
    return new Input();
  }

  /** What is sent to the client, each write at once. */
  OutputStream output() {
    return new Output();
  }

  /** Not to be interrupted: a write that nobody waits for would be in the way of the next. */
  private static <T> T await(CompletableFuture<T> future) throws IOException {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw new IOException(e.getCause());
    }
  }

  private final class Input extends InputStream {
    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      ByteBuffer buffer = await(opened);
      while (length > 0 && !buffer.hasRemaining()) {
        int filled = endPoint.fill(buffer);
        if (filled < 0) {
          return -1;
        }
        if (filled == 0) {
          Callback.Completable more = new Callback.Completable();
          endPoint.fillInterested(more);
          await(more);
        }
      }
      int count = Math.min(length, buffer.remaining());
      buffer.get(bytes, offset, count);
      return count;
    }
  }

  private final class Output extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      await(opened);
      Callback.Completable written = new Callback.Completable();
      endPoint.write(written, ByteBuffer.wrap(bytes, offset, length));
      await(written);
    }
  }
}
