package org.steward.shell.command;

import java.io.PrintStream;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.apache.felix.service.command.Process;
import org.steward.api.control.SupervisorFault;

/** What a command that runs has around it. */
public final class Run {
  private Run() {}

  /** Where its output goes: the terminal, a pipe, or a script's standard output. */
  static PrintStream out() {
    return Process.Utils.current().out();
  }

  /** Ends with a status after all is said: the command has run, but not with success. */
  static void endWith(int status) {
    Process.Utils.current().error(status);
  }

  /**
   * Waits for the supervisor's answer. An interrupt ends the waiting; what was ordered goes on.
   *
   * @throws SupervisorFault as the supervisor refuses
   */
  public static <T> T await(CompletionStage<T> stage) throws InterruptedException {
    try {
      return stage.toCompletableFuture().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SupervisorFault fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
