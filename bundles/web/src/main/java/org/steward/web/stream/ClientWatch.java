package org.steward.web.stream;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/**
 * Notices that the client of an endless answer went away.
 *
 * <p>While it answers, Jetty reads nothing from an HTTP/1 connection, so a log that never grows
 * again would keep the connections of clients long gone. Nothing is expected from the client: what
 * it sends all the same is thrown away, and the connection is not used for another request.
 */
final class ClientWatch implements Callback {
  private static final int MOST_IGNORED = 64 * 1024;

  private final EndPoint connection;
  private final Consumer<Throwable> gone;
  private int ignored;

  private ClientWatch(EndPoint connection, Consumer<Throwable> gone) {
    this.connection = connection;
    this.gone = gone;
  }

  /**
   * Watches the client of a request without content.
   *
   * @param gone told once, on a thread of Jetty's that must not be blocked
   */
  static void start(Request request, Consumer<Throwable> gone) {
    EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
    connection.tryFillInterested(new ClientWatch(connection, gone));
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  public void succeeded() {
    try {
      int read;
      do {
        read = connection.fill(ByteBuffer.allocate(512).limit(0));
        ignored += Math.max(0, read);
      } while (read > 0 && ignored < MOST_IGNORED);
      if (read == 0) {
        connection.tryFillInterested(this);
      } else {
        gone.accept(new EOFException("the client is gone"));
      }
    } catch (IOException e) {
      gone.accept(e);
    }
  }

  @Override
  public void failed(Throwable cause) {
    if (cause instanceof TimeoutException) {
      connection.tryFillInterested(this);
    } else {
      gone.accept(cause);
    }
  }
}
