package org.steward.web.http;

import org.eclipse.jetty.io.EndPoint;

/** The socket a request came in by, as far as the {@link Gate} needs to know it. */
public interface Door {
  /** Who may use this socket. */
  BasicAuthentication authentication();

  /** What it may be called. */
  OwnNames names();

  /** Told of each connection whose client has shown that it may use this socket. Any thread. */
  void admitted(EndPoint connection);
}
