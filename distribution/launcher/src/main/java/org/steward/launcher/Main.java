package org.steward.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.BundleException;

/** The daemon's entry point; {@code bin/supervisord} is what runs it. */
public final class Main {

  private static final int CANNOT_START = 1;

  private Main() {}

  /**
   * Starts the distribution of the system property {@code steward.home}, and does not return before
   * the process ends.
   *
   * @param arguments the command line, which core parses
   */
  public static void main(String[] arguments) {
    try {
      Daemon.prepare(Path.of(System.getProperty("steward.home")), System.getenv())
          .run(List.of(arguments));
    } catch (IOException | BundleException e) {
      System.err.println("supervisord: cannot start: " + reason(e));
      Runtime.getRuntime().halt(CANNOT_START);
    } catch (InterruptedException e) {
      // Nobody interrupts the main thread.
      throw new AssertionError(e);
    }
  }

  /** The framework wraps what a bundle threw: both are needed to see who failed, and of what. */
  private static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root == failure ? "" + failure.getMessage() : failure.getMessage() + " " + root;
  }
}
