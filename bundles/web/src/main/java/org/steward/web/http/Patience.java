package org.steward.web.http;

import java.time.Duration;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/**
 * How long a connection may stay silent.
 *
 * <p>Between the requests of an admitted client, for ever: listeners keep one connection from tick
 * to tick, an hour or more, and their library takes a closed one for an error. Calls may wait for
 * minutes and log streams for days. Only a client that owes us something, the rest of a body or the
 * taking of a large answer, must get on with it.
 */
final class Patience {
  /** How long a client may pause inside a request's body or an answer. */
  static final Duration INSIDE_A_MESSAGE = Duration.ofSeconds(30);

  private Patience() {}

  /** From here on silence of the client ends the connection. */
  static void expectProgress(Request request) {
    endPoint(request).setIdleTimeout(INSIDE_A_MESSAGE.toMillis());
  }

  /** From here on the client may stay silent. */
  static void expectNothing(Request request) {
    endPoint(request).setIdleTimeout(0);
  }

  private static EndPoint endPoint(Request request) {
    return request.getConnectionMetaData().getConnection().getEndPoint();
  }
}
