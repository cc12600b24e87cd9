package org.steward.ctl;

import java.io.InputStream;
import java.util.List;
import org.steward.ctl.action.ActionTable;
import org.steward.ctl.action.BuiltinActions;
import org.steward.ctl.action.CommandRunner;
import org.steward.ctl.action.ExitStatus;
import org.steward.ctl.action.JsonReport;
import org.steward.ctl.action.PlatformActions;
import org.steward.ctl.action.PluginActions;
import org.steward.ctl.action.Session;
import org.steward.ctl.action.Target;
import org.steward.ctl.console.Console;
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

  /** Names how the program was called, for the search of a configuration file and for messages. */
  static final String PROGRAM = "steward.program";

  private final String program;
  private final Console console;

  Supervisorctl(String program, Console console) {
    this.program = program;
    this.console = console;
  }

  /** {@return the tool on this process's standard streams} */
  static Supervisorctl standard() {
    Output out = Output.standard();
    InputStream in = System.in;
    Interrupts interrupts = new SignalInterrupts();
    boolean hints = Terminals.isTerminal(Terminals.STDERR);
    return new Supervisorctl(
        System.getProperty(PROGRAM, "supervisorctl"),
        new Console(out, Output.error(), hints, new StreamInput(in, out), interrupts));
  }

  /**
   * Runs the tool.
   *
   * @param args the command line after the program's name
   * @return the exit status
   */
  int run(String[] args) {
    int status;
    try {
      status = run(ClientOptions.read(args, program));
    } catch (UsageException e) {
      status = refuse(e);
    }
    console.out().flush();
    return status == ExitStatus.SUCCESS && console.out().isBroken() ? ExitStatus.GENERIC : status;
  }

  private int run(ClientOptions options) {
    if (options.help()) {
      console.out().line(Usage.of(program));
      return ExitStatus.SUCCESS;
    }
    Target target = new Target(options.serverUrl(), options.username(), options.password());
    ActionTable actions =
        new ActionTable(
            List.of(new BuiltinActions(), new PlatformActions(), new PluginActions()),
            adviceOnUnknown(options));
    if (options.words().isEmpty()) {
      return Shell.run(options, console, actions, target);
    }
    if (options.json()) {
      return report(options.words(), actions, target);
    }
    return run(options.words(), new Session(console, actions, target, options.interactive()));
  }

  private static int run(List<String> words, Session session) {
    try {
      new CommandRunner(session).run(words);
    } catch (InputInterruptedException e) {
      return ExitStatus.GENERIC;
    }
    return session.exitStatus();
  }

  private int report(List<String> words, ActionTable actions, Target target) {
    JsonReport report = new JsonReport(words.getFirst().strip().split(" ", 2)[0]);
    int status = run(words, Session.reporting(console, actions, target, report));
    console.out().line(report.text(status));
    return status;
  }

  private static String adviceOnUnknown(ClientOptions options) {
    String advice = "help lists the actions; <namespace>.<method> calls a method of the server.";
    return options.foreignPlugins()
        ? advice
            + " The [ctlplugin:x] sections of the configuration file name Python code, which cannot be loaded here."
        : advice;
  }

  private int refuse(UsageException e) {
    console.err().line("Error: " + e.getMessage());
    console.err().line("For help, use " + program + " -h");
    console.err().flush();
    return e.exitStatus();
  }
}
