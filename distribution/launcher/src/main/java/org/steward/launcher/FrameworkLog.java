package org.steward.launcher;

import org.apache.felix.framework.Logger;
import org.jspecify.annotations.Nullable;

/** Sends the framework's own messages to stderr: stdout is the daemon's log in the foreground. */
final class FrameworkLog extends Logger {

  FrameworkLog() {
    setLogLevel(Logger.LOG_ERROR);
  }

  @Override
  protected void doLogOut(int level, String message, @Nullable Throwable cause) {
    System.err.println("supervisord: " + message);
  }
}
