package org.steward.ctl.action;

/** {@code exit}, {@code quit} and {@code EOF}, as which the end of the input is treated. */
record LeaveAction(String name) implements Action {

  @Override
  public String help() {
    return name + "\tLeave the shell.";
  }

  @Override
  public void run(Session session, String argument) {
    session.print("");
    session.leave();
  }
}
