package org.steward.ctl.net;

import java.io.Closeable;
import java.io.IOException;

/**
 * A connection that was taken over from HTTP for another protocol. One thread reads, any may write
 * and close.
 */
public final class Upgraded implements Closeable {

  private static final int SWITCHING_PROTOCOLS = 101;

  private final Wire wire;
  private final WireReader reader;

  private Upgraded(Wire wire, WireReader reader) {
    this.wire = wire;
    this.reader = reader;
  }

  /**
   * Asks for a path and the change of the protocol.
   *
   * @param protocol its name in the {@code Upgrade} header
   * @throws HttpStatusException if the server answers with a page instead
   */
  public static Upgraded open(ServerUrl url, Credentials credentials, String path, String protocol)
      throws IOException {
    Wire wire = Connector.connect(url);
    try {
      String headers = "Connection: Upgrade\r\nUpgrade: " + protocol + "\r\n";
      wire.write(HttpRequest.head("GET", path, url, credentials, headers));
      HttpResponse response = HttpResponse.read(wire);
      if (response.status() != SWITCHING_PROTOCOLS) {
        throw new HttpStatusException(response.status(), response.reason());
      }
      return new Upgraded(wire, response.reader());
    } catch (IOException e) {
      wire.close();
      throw e;
    }
  }

  /** Waits for so many bytes. */
  public byte[] read(int count) throws IOException {
    return reader.bytes(count);
  }

  /** Sends all of the bytes, not mixed with those of another call. */
  public synchronized void write(byte[] bytes) throws IOException {
    wire.write(bytes);
  }

  @Override
  public void close() throws IOException {
    wire.close();
  }
}
