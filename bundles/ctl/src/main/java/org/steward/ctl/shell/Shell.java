package org.steward.ctl.shell;

import org.jspecify.annotations.Nullable;
import org.steward.ctl.action.ActionTable;
import org.steward.ctl.action.CommandRunner;
import org.steward.ctl.action.Session;
import org.steward.ctl.action.Target;
import org.steward.ctl.console.Console;
import org.steward.ctl.console.Input;
import org.steward.ctl.console.InputInterruptedException;
import org.steward.ctl.console.Interrupts;
import org.steward.ctl.console.Terminals;
import org.steward.ctl.options.ClientOptions;

/**
 * Reads commands and runs them until {@code exit}, the end of the input, or Ctrl-C. Its exit status
 * is 0 whatever the commands did.
 */
public final class Shell {

  private static final int EXIT_STATUS = 0;

  private final Console console;
  private final Session session;
  private final String prompt;

  Shell(Console console, Session session, String prompt) {
    this.console = console;
    this.session = session;
    this.prompt = prompt + "> ";
  }

  /**
   * Runs a shell: with line editing at a terminal, without anywhere else.
   *
   * @return the exit status
   */
  public static int run(
      ClientOptions options, Console console, ActionTable actions, Target target) {
    if (Terminals.isTerminal(Terminals.STDIN) && Terminals.isTerminal(Terminals.STDOUT)) {
      return TerminalShell.run(options, console, actions, target);
    }
    Session session = new Session(console, actions, target, true);
    return new Shell(console, session, options.prompt()).run();
  }

  /** {@return the exit status} */
  int run() {
    try (Interrupts.Registration _ = console.interrupts().onInterrupt(this::abandon)) {
      runCommands();
    } catch (InputInterruptedException e) {
      session.print("");
    }
    console.out().flush();
    return EXIT_STATUS;
  }

  /**
   * Ctrl-C while a command runs: the shell ends at once, the server goes on with what it was told.
   */
  private void abandon() {
    session.print("");
    console.out().flush();
    System.exit(EXIT_STATUS);
  }

  private void runCommands() throws InputInterruptedException {
    CommandRunner runner = new CommandRunner(session);
    Input input = console.input();
    runner.run("status");
    while (!session.isLeaving()) {
      @Nullable String line = input.line(prompt);
      runner.run(line == null ? "EOF" : line);
    }
  }
}
