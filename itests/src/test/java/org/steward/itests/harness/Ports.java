package org.steward.itests.harness;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports for the servers of tests. */
public final class Ports {
  /** Below those that the kernel gives to connections, one of which could be given it meanwhile. */
  private static final int FIRST = 12_000;

  private static final int END = 32_000;

  private Ports() {}

  /** A port of all addresses that nobody listens on for now. */
  public static int free() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, END);
      if (isFree(port)) {
        return port;
      }
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket taken = new ServerSocket(port)) {
      return taken.isBound();
    } catch (IOException e) {
      return false; // somebody listens there; others are tried
    }
  }
}
