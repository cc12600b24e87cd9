package org.steward.web.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;

/**
 * What a connection is until its first request's head is there: sees to it that the request names a
 * host, see {@link HostLine}, and hands over to HTTP.
 */
final class FirstRequest extends AbstractConnection implements Connection.UpgradeFrom {
  /** Leaves room for the line that may be added in the buffer HTTP goes on with. */
  private static final int MOST = JettyParts.BUFFER - 64;

  private final Connector connector;
  private final HttpConnectionFactory http;
  private @Nullable ByteBuffer received;

  private FirstRequest(Connector connector, EndPoint endPoint, HttpConnectionFactory http) {
    super(endPoint, connector.getExecutor());
    this.connector = connector;
    this.http = http;
  }

  @Override
  public void onOpen() {
    super.onOpen();
    fillInterested();
  }

  @Override
  public void onFillable() {
    ByteBuffer buffer = received == null ? BufferUtil.allocate(MOST) : received;
    received = buffer;
    try {
      int filled;
      do {
        filled = getEndPoint().fill(buffer);
      } while (filled > 0 && BufferUtil.space(buffer) > 0);
      if (filled < 0 && buffer.remaining() == 0) {
        close();
      } else if (filled != 0 || HostLine.isComplete(text(buffer))) {
        getEndPoint().upgrade(http.newConnection(connector, getEndPoint()));
      } else {
        fillInterested();
      }
    } catch (IOException e) {
      getEndPoint().close(e);
    }
  }

  @Override
  public ByteBuffer onUpgradeFrom() {
    ByteBuffer buffer = received == null ? BufferUtil.EMPTY_BUFFER : received;
    return ByteBuffer.wrap(HostLine.repair(text(buffer)).getBytes(ISO_8859_1));
  }

  private static String text(ByteBuffer buffer) {
    return ISO_8859_1.decode(buffer.slice()).toString();
  }

  /** Makes such connections. */
  static final class Factory extends AbstractConnectionFactory {
    private final HttpConnectionFactory http;

    Factory(HttpConnectionFactory http) {
      super("first-request");
      this.http = http;
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
      return configure(new FirstRequest(connector, endPoint, http), connector, endPoint);
    }
  }
}
