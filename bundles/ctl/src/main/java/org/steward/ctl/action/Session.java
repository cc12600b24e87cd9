package org.steward.ctl.action;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.steward.ctl.console.Console;
import org.steward.ctl.rpc.RpcClient;
import org.steward.ctl.rpc.RpcFault;

/**
 * One run of supervisorctl: what it talks to, where its output goes and how it will end. For the
 * main thread, except where a method says otherwise.
 */
public final class Session {

  private final Console console;
  private final ActionTable actions;
  private final boolean interactive;
  private final @Nullable JsonReport report;
  private Target target;
  private @Nullable RpcClient client;
  private int exitStatus;
  private boolean leaving;

  /**
   * @param interactive whether questions may be asked
   */
  public Session(Console console, ActionTable actions, Target target, boolean interactive) {
    this(console, actions, target, interactive, null);
  }

  private Session(
      Console console,
      ActionTable actions,
      Target target,
      boolean interactive,
      @Nullable JsonReport report) {
    this.console = console;
    this.actions = actions;
    this.target = target;
    this.interactive = interactive;
    this.report = report;
  }

  /** {@return one that prints nothing and gathers a report instead; it asks no questions} */
  public static Session reporting(
      Console console, ActionTable actions, Target target, JsonReport report) {
    return new Session(console, actions, target, false, report);
  }

  /** {@return the places to talk to} */
  public Console console() {
    return console;
  }

  /** {@return all actions} */
  public ActionTable actions() {
    return actions;
  }

  /** {@return whether questions may be asked} */
  public boolean isInteractive() {
    return interactive;
  }

  /** {@return the server talked to} */
  public Target target() {
    return target;
  }

  /** Talks to another server, or as another user, from the next call on. */
  public void setTarget(Target other) {
    disconnect();
    target = other;
  }

  /** Prints a line on standard output. */
  public void print(String line) {
    if (report == null) {
      console.out().line(line);
    } else {
      report.message(line);
    }
  }

  /** Tells of one thing among several: people by a line, programs by a record in a list. */
  void tell(String list, Recorded thing, String line) {
    if (report == null) {
      console.out().line(line);
    } else {
      report.add(list, thing.record());
    }
  }

  /** Tells of the one thing that was asked for: people by a line, programs by a member. */
  void tell(String member, Object value, String line) {
    if (report == null) {
      console.out().line(line);
    } else {
      report.put(member, value);
    }
  }

  /** {@return where records are gathered, null where lines are printed} */
  @Nullable JsonReport report() {
    return report;
  }

  /** Has a list in the report even if it stays empty. */
  void tellOf(String list) {
    if (report != null) {
      report.expect(list);
    }
  }

  /** Gives a person advice that programs must not see. */
  public void hint(String advice) {
    if (console.hints()) {
      console.out().flush();
      console.err().line(advice);
      console.err().flush();
    }
  }

  /** {@return the status to end with so far} */
  public int exitStatus() {
    return exitStatus;
  }

  /** Sets the status to end with; a later failure replaces an earlier one. */
  public void setExitStatus(int status) {
    exitStatus = status;
  }

  /** Ends the shell after this action. */
  public void leave() {
    leaving = true;
  }

  /** {@return whether the shell is to end} */
  public boolean isLeaving() {
    return leaving;
  }

  /**
   * Calls a method of the server. What was printed before is shown first, for the answer may take
   * long.
   *
   * @param method namespace, dot, name
   * @param params integers, booleans, strings and lists of them
   */
  public Object call(String method, Object... params) throws IOException, RpcFault {
    console.out().flush();
    RpcClient open = client;
    if (open == null) {
      open = target.client();
      client = open;
    }
    return open.call(method, params);
  }

  /**
   * Lets go of the connection; the next call makes a new one. An idle shell must not hold on to
   * one.
   */
  public void disconnect() {
    RpcClient open = client;
    client = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        // a connection that fails to close is gone all the same
      }
    }
  }
}
