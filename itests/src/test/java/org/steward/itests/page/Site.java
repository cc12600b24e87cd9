package org.steward.itests.page;

import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Ports;
import org.steward.itests.harness.Sandbox;

/**
 * A daemon that serves HTTP on a TCP port: the page, the API and all else.
 *
 * @param daemon the daemon
 * @param port the port, on the loopback interface
 */
public record Site(Daemon daemon, int port) {
  /** One that is not started yet and asks nobody for a password. */
  public static Site of(Sandbox sandbox, String programs) {
    return of(sandbox, "", programs);
  }

  /**
   * One that is not started yet.
   *
   * @param access further lines of {@code [inet_http_server]}
   */
  public static Site of(Sandbox sandbox, String access, String programs) {
    int port = Ports.free();
    return new Site(sandbox.steward(configuration(port, access, programs)), port);
  }

  private static String configuration(int port, String access, String programs) {
    return "[inet_http_server]\nport=127.0.0.1:%d\n%s\n\n%s".formatted(port, access, programs);
  }

  /** Replaces the programs in the configuration file. */
  void configure(String programs) {
    daemon.configure(configuration(port, "", programs));
  }

  /** Starts it and waits until it is up. */
  public Site start() {
    daemon.start();
    return this;
  }

  /** The address of a view of the page. */
  String page(String hash) {
    return address("/ui/" + hash);
  }

  /** The address of anything. */
  public String address(String path) {
    return "http://127.0.0.1:" + port + path;
  }
}
