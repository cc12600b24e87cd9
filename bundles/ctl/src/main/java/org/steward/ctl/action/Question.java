package org.steward.ctl.action;

import java.io.EOFException;
import org.steward.ctl.console.InputInterruptedException;

/** Asks before something is done that cannot be taken back. */
final class Question {

  private Question() {}

  /** {@return whether to go on: always without anybody to ask, else if the answer starts with y} */
  static boolean agreed(Session session, String question)
      throws EOFException, InputInterruptedException {
    return !session.isInteractive() || ask(session, question).startsWith("y");
  }

  /** {@return the answer in lower case} */
  private static String ask(Session session, String question)
      throws EOFException, InputInterruptedException {
    String answer = session.console().input().answer(question);
    if (answer == null) {
      throw new EOFException("the input ended where an answer was expected");
    }
    return answer.toLowerCase(java.util.Locale.ROOT);
  }
}
