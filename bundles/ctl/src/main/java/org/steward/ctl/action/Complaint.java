package org.steward.ctl.action;

/** A wrong use of an action: what is wrong, then how to use it. */
final class Complaint {

  private Complaint() {}

  static void about(Session session, String message, Action action) {
    session.print(message);
    session.print(action.help());
    session.setExitStatus(ExitStatus.GENERIC);
  }

  /** {@return whether there is no argument}; else complains */
  static boolean absent(Session session, String argument, String name, Action action) {
    if (argument.isEmpty()) {
      return true;
    }
    about(session, "Error: " + name + " accepts no arguments", action);
    return false;
  }
}
