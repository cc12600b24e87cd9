package org.steward.core.daemon;

import org.steward.core.spi.http.HttpServers;

/** How the rest of the platform gets to know a generation of the daemon. */
interface Services {
  /** Makes a generation known, and what serves its clients. */
  void publish(Generation generation, HttpServers servers);

  /** Offers the terminal the daemon was started from, until the daemon ends. */
  void offerConsole();

  /** Takes it back; returns once its sockets are closed. */
  void withdraw();
}
