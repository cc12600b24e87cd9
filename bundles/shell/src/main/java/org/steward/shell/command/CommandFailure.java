package org.steward.shell.command;

import java.util.concurrent.CancellationException;
import org.apache.felix.gogo.runtime.CommandNotFoundException;
import org.steward.api.control.SupervisorFault;

/** A command that did not do what it was to do: what the session shows, and the exit status. */
public final class CommandFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** Exit status of a failure without a number of its own. */
  public static final int GENERIC = 1;

  /** Exit status of a command that was not understood. */
  public static final int USAGE = 2;

  private final int status;

  /**
   * @param status the exit status, not 0
   * @param message what to show, empty where the command has said all itself
   */
  public CommandFailure(int status, String message) {
    super(message, null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
    this.status = status;
  }

  /** Exit status of a command that was interrupted. */
  public static final int INTERRUPTED = 130;

  /** What to show of whatever a command threw, and the exit status. */
  public static CommandFailure of(Throwable thrown) {
    return switch (thrown) {
      case CommandFailure failure -> failure;
      case SupervisorFault fault ->
          new CommandFailure(GENERIC, "ERROR (" + Words.of(fault.fault(), fault.detail()) + ")");
      case InterruptedException interrupted -> new CommandFailure(INTERRUPTED, "");
      case CancellationException interrupted -> new CommandFailure(INTERRUPTED, "");
      case CommandNotFoundException unknown ->
          new CommandFailure(127, unknown.getMessage() + "; help lists the commands");
      default -> new CommandFailure(GENERIC, words(thrown));
    };
  }

  private static String words(Throwable thrown) {
    String message = thrown.getMessage();
    // An exception that is thrown for its words is meant to be read; of others the kind tells more.
    boolean plain = thrown.getClass() == IllegalArgumentException.class || message == null;
    return plain && message != null ? message : thrown.toString();
  }

  /** The exit status. */
  public int status() {
    return status;
  }

  /** Only the words: whoever shows an exception of a command shows it so. */
  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
