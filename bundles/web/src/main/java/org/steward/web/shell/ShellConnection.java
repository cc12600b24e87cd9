package org.steward.web.shell;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;
import org.steward.core.spi.shell.ShellSessions;
import org.steward.core.spi.shell.ShellSessions.Session;
import org.steward.core.spi.shell.ShellSessions.ShellStreams;

/**
 * What an HTTP connection becomes for a session of the shell. A virtual thread reads what the
 * client sends, also while a command runs, and so notices that it is gone; the session's own
 * threads write.
 */
final class ShellConnection extends AbstractConnection implements Connection.UpgradeTo {
  private final Line line;
  private final OutputStream output;
  private final TypedInput input = new TypedInput();
  private final Thread reader = Thread.ofVirtual().name("web-shell").unstarted(this::receive);
  private ByteBuffer received = BufferUtil.EMPTY_BUFFER;
  private volatile @Nullable Session session;

  ShellConnection(EndPoint endPoint, Executor executor) {
    super(endPoint, executor);
    line = new Line(endPoint);
    output = line.output();
  }

  /** What a session reads and writes; writing waits until the connection is taken over. */
  ShellStreams streams(boolean script) {
    OutputStream out = new FrameOutput(output, Frames.OUTPUT);
    return new ShellStreams(input, out, script ? new FrameOutput(output, Frames.ERROR) : out);
  }

  /** Serves a session from now on, and ends with it. */
  void serve(ShellSessions.Session begun) {
    session = begun;
    begun.ended().whenComplete((status, never) -> finish(status));
  }

  /** The connection was not taken over: the session has no client. */
  void abandon() {
    line.close();
    Session present = session;
    if (present != null) {
      present.close();
    }
  }

  private void finish(int status) {
    try {
      synchronized (output) {
        output.write(new byte[] {Frames.EXIT, 0, 1, (byte) status});
      }
      getEndPoint().shutdownOutput();
    } catch (IOException e) {
      // the client is gone before its session
    } finally {
      line.close();
      reader.interrupt();
    }
  }

  @Override
  public void onUpgradeTo(ByteBuffer buffer) {
    received = buffer;
  }

  @Override
  public void onOpen() {
    super.onOpen();
    line.open(received);
    reader.start();
  }

  @Override
  public void onClose(@Nullable Throwable cause) {
    super.onClose(cause);
    abandon();
  }

  @Override
  public void onFillable() {
    // The reader waits for what comes by itself.
  }

  private void receive() {
    try (DataInputStream frames = new DataInputStream(line.input())) {
      while (true) {
        receive(frames.readUnsignedByte(), frames.readNBytes(frames.readUnsignedShort()));
      }
    } catch (EOFException e) {
      // the client is gone
    } catch (IOException | InterruptedException e) {
      // the connection is broken, or the session has ended
    } finally {
      abandon();
    }
  }

  private void receive(int kind, byte[] content) throws IOException, InterruptedException {
    switch (kind) {
      case Frames.INPUT -> input.add(content);
      case Frames.END -> input.end();
      case Frames.WINDOW -> resize(ByteBuffer.wrap(content));
      default -> throw new IOException("no frame of the shell: " + kind);
    }
  }

  private void resize(ByteBuffer size) throws IOException {
    if (size.remaining() != 2 * Short.BYTES) {
      throw new IOException("no size of a window");
    }
    int columns = Math.max(1, Short.toUnsignedInt(size.getShort()));
    int rows = Math.max(1, Short.toUnsignedInt(size.getShort()));
    Session present = session;
    if (present != null) {
      present.resize(columns, rows);
    }
  }
}
