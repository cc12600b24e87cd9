package org.steward.ctl;

import java.util.List;
import org.steward.ctl.action.ActionTable;
import org.steward.ctl.action.BuiltinActions;
import org.steward.ctl.action.CommandRunner;
import org.steward.ctl.action.Session;
import org.steward.ctl.action.Target;
import org.steward.ctl.console.Console;
import org.steward.ctl.console.Input;
import org.steward.ctl.console.InputInterruptedException;
import org.steward.ctl.console.Interrupts;
import org.steward.ctl.console.Output;
import org.steward.ctl.console.SignalInterrupts;
import org.steward.ctl.console.StreamInput;
import org.steward.ctl.console.Terminals;
import org.steward.ctl.options.ClientOptions;
import org.steward.ctl.options.UsageException;
import org.steward.ctl.shell.Shell;

/** {@code supervisorctl}: one action given on the command line, or a shell for many. */
final class Supervisorctl {

  /** How the program was called, for the search of a configuration file and for messages. */
  static final String PROGRAM = "steward.program";

  private static final int OUTPUT_LOST = 1;

  private Supervisorctl() {}

  /** {@return the exit status} */
  static int run(String[] args) {
    Output out = Output.standard();
    Output err = Output.error();
    String program = System.getProperty(PROGRAM, "supervisorctl");
    int status;
    try {
      ClientOptions options = ClientOptions.read(args, program);
      status = options.help() ? help(program, out) : run(options, out, err);
    } catch (UsageException e) {
      err.line("Error: " + e.getMessage());
      err.line("For help, use " + program + " -h");
      err.flush();
      status = e.exitStatus();
    }
    out.flush();
    return status == 0 && out.isBroken() ? OUTPUT_LOST : status;
  }

  private static int help(String program, Output out) {
    out.line(Usage.of(program));
    return 0;
  }

  private static int run(ClientOptions options, Output out, Output err) {
    Input input = new StreamInput(System.in, out);
    Interrupts interrupts = new SignalInterrupts();
    Console console = new Console(out, err, Terminals.isTerminal(2), input, interrupts);
    Target target = new Target(options.serverUrl(), options.username(), options.password());
    ActionTable actions = new ActionTable(List.of(new BuiltinActions()));
    if (options.words().isEmpty()) {
      return Shell.run(options, console, actions, target);
    }
    Session session = new Session(console, actions, target, options.interactive());
    try {
      new CommandRunner(session).run(options.words());
    } catch (InputInterruptedException e) {
      return OUTPUT_LOST;
    }
    return session.exitStatus();
  }
}
