package org.steward.ctl.action;

import java.io.IOException;
import org.steward.ctl.console.Interrupts;
import org.steward.ctl.console.Output;
import org.steward.ctl.net.ByteSink;
import org.steward.ctl.net.HttpStatusException;
import org.steward.ctl.net.HttpStream;

/**
 * Shows a log while it grows: the server's answer to one GET, which ends when the server or the
 * user wants.
 */
final class LogFollower {

  private static final String HOW_TO_LEAVE = "==> Press Ctrl-C to exit <==";

  private LogFollower() {}

  /** Said only once Ctrl-C is taken: whoever presses it at once must not end the JVM. */
  static void tellHowToLeave(Session session) {
    session.print(HOW_TO_LEAVE);
    session.console().out().flush();
  }

  /**
   * Follows a log until Ctrl-C or its end; failures go to standard error and leave the exit status
   * alone.
   */
  static void follow(Session session, String path) throws IOException {
    HttpStream stream = session.target().stream();
    try (Interrupts.Registration _ =
        session.console().interrupts().onInterrupt(() -> close(stream))) {
      tellHowToLeave(session);
      copy(session, stream, path);
    }
    if (stream.isClosed()) {
      session.print("");
    }
  }

  /** Copies a log to standard output as the bytes it is, line ends and odd encodings included. */
  static void copy(Session session, HttpStream stream, String path) {
    Output out = session.console().out();
    try {
      stream.copy(path, new Follow(out));
    } catch (HttpStatusException e) {
      fail(session, path, "Cannot read, status code " + e.status());
    } catch (IOException e) {
      fail(session, path, "Cannot connect, error: " + e.getMessage());
    }
  }

  private static void fail(Session session, String path, String why) {
    Output err = session.console().err();
    err.line(session.target().url() + path + " " + why);
    err.flush();
  }

  static void close(HttpStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      // it ends all the same
    }
  }

  /** Shows bytes at once, and ends the following when there is nobody left to show them to. */
  private record Follow(Output out) implements ByteSink {
    @Override
    public void accept(byte[] buffer, int offset, int length) throws IOException {
      out.bytes(buffer, offset, length);
      out.flush();
      if (out.isBroken()) {
        throw new IOException("standard output was closed");
      }
    }
  }
}
