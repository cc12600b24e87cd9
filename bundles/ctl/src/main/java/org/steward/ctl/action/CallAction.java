package org.steward.ctl.action;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steward.ctl.rpc.RpcFault;

/**
 * {@code <namespace>.<method> args...}: calls any method the server has, a plugin's too, and shows
 * the answer. Numbers that fit an int are sent as such, {@code true} and {@code false} as booleans,
 * the rest and what is quoted as strings.
 *
 * @param method namespace, dot, name
 * @param words the arguments where they come as words, or null where they are in the command line
 */
record CallAction(String method, @Nullable List<Object> words) implements Action {

  @Override
  public String help() {
    return method + " [argument] ...\tCall this method of the server and show its answer";
  }

  @Override
  public void run(Session session, String argument) throws IOException {
    List<Object> arguments = words == null ? CallArguments.ofLine(argument) : words;
    try {
      Object answer = session.call(method, arguments.toArray());
      if (session.report() == null) {
        AnswerText.print(session, answer);
      } else {
        session.report().put("answer", answer);
      }
    } catch (RpcFault fault) {
      session.print(method + ": ERROR (" + fault.text() + ", fault " + fault.code() + ")");
      session.hint(
          "system.listMethods lists the methods, system.methodHelp <method> tells what one takes.");
      session.setExitStatus(ExitStatus.GENERIC);
    }
  }

  /** {@return the method's name the line starts with, or null} */
  static @Nullable String methodNameIn(String line) {
    int end = 0;
    while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
      end++;
    }
    String word = line.substring(0, end);
    return isMethodName(word) ? word : null;
  }

  /** Whether the word is names joined by dots. No action's name has a dot in it. */
  static boolean isMethodName(String word) {
    boolean atStart = true;
    boolean dotted = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean dot = c == '.';
      if (atStart ? !Character.isLetter(c) : !dot && c != '_' && !Character.isLetterOrDigit(c)) {
        return false;
      }
      atStart = dot;
      dotted |= dot;
    }
    return dotted && !atStart;
  }
}
