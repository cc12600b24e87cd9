package org.steward.ctl.action;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steward.ctl.console.Input;
import org.steward.ctl.console.InputInterruptedException;
import org.steward.ctl.net.HttpStatusException;
import org.steward.ctl.rpc.RpcFault;

/**
 * Finds and runs the action of a command line, and turns what it throws into lines and an exit
 * status.
 */
public final class CommandRunner {

  private final Session session;

  /**
   * @param session whose actions are run
   */
  public CommandRunner(Session session) {
    this.session = session;
  }

  /**
   * Runs the words of the process's own command line.
   *
   * @throws InputInterruptedException if Ctrl-C was pressed at a question
   */
  public void run(List<String> words) throws InputInterruptedException {
    String first = words.getFirst();
    if (CallAction.isMethodName(first)) {
      // The user's shell has already taken quotes off; joining the words would lose where they
      // were.
      run(first, new CallAction(first, CallArguments.ofWords(words.subList(1, words.size()))), "");
      return;
    }
    Action found = isName(first) ? find(first) : null;
    Action ofWords = found == null ? null : found.ofWords(words);
    if (ofWords == null) {
      run(String.join(" ", words));
    } else {
      run(first, ofWords, "");
    }
  }

  /**
   * Runs a command line as typed or piped in.
   *
   * @throws InputInterruptedException if Ctrl-C was pressed at a question
   */
  public void run(String typed) throws InputInterruptedException {
    String line = typed.strip();
    if (line.startsWith("?")) {
      line = "help " + line.substring(1);
    }
    if (line.isEmpty()) {
      return;
    }
    String method = CallAction.methodNameIn(line);
    if (method != null) {
      run(method, new CallAction(method, null), line.substring(method.length()).strip());
      return;
    }
    int end = 0;
    while (end < line.length() && isNameCharacter(line.charAt(end))) {
      end++;
    }
    String name = line.substring(0, end);
    Action action = name.isEmpty() ? null : find(name);
    if (action == null) {
      unknown(line);
    } else {
      run(name, action, line.substring(end).strip());
    }
  }

  private static boolean isName(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!isNameCharacter(word.charAt(i))) {
        return false;
      }
    }
    return !word.isEmpty();
  }

  private static boolean isNameCharacter(char c) {
    return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** A server that cannot be asked offers no actions; the built-in ones never throw. */
  private @Nullable Action find(String name) {
    try {
      return session.actions().find(name, session);
    } catch (IOException | RpcFault e) {
      return null;
    }
  }

  private void unknown(String line) {
    session.print("*** Unknown syntax: " + line);
    session.hint(session.actions().adviceOnUnknown());
    session.setExitStatus(ExitStatus.GENERIC);
  }

  private void run(String name, Action action, String argument) throws InputInterruptedException {
    try {
      boolean again = attempt(name, action, argument);
      while (again) {
        again = attempt(name, action, argument);
      }
    } finally {
      session.disconnect();
      session.console().out().flush();
    }
  }

  /** {@return whether to try again, with the credentials now known} */
  private boolean attempt(String name, Action action, String argument)
      throws InputInterruptedException {
    try {
      action.run(session, argument);
      return false;
    } catch (HttpStatusException e) {
      return e.status() == HttpStatusException.UNAUTHORIZED ? authenticate(name, e) : fail(name, e);
    } catch (IOException | RpcFault e) {
      return fail(name, e);
    }
  }

  private boolean fail(String name, Exception e) {
    session.print(Failure.line(e, name, session.target().url()));
    session.setExitStatus(ExitStatus.GENERIC);
    return false;
  }

  private boolean authenticate(String name, HttpStatusException refusal)
      throws InputInterruptedException {
    session.print("Server requires authentication");
    if (!session.isInteractive()) {
      return fail(name, refusal);
    }
    Input input = session.console().input();
    String username = input.answer("Username:");
    String password = username == null ? null : input.secret("Password:");
    if (password == null) {
      return fail(name, new EOFException("the input ended where credentials were expected"));
    }
    session.print("");
    session.setTarget(session.target().withCredentials(username, password));
    return true;
  }
}
