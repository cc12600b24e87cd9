package org.steward.ctl.action;

import org.steward.ctl.rpc.Faults;
import org.steward.ctl.rpc.UnexpectedAnswerException;

/**
 * What can be ordered of processes, the lines that tell how it went, and the exit statuses. The
 * orders differ in which faults they have a line for; any other ends the action with an error, as
 * it always has.
 */
enum Order {
  START("start", "started", Faults.ALREADY_STARTED, ExitStatus.INVALID_ARGUMENTS),
  STOP("stop", "stopped", Faults.NOT_RUNNING, ExitStatus.GENERIC),
  SIGNAL("signal", "signalled", Faults.SUCCESS, ExitStatus.GENERIC),
  CLEAR("clear", "cleared", Faults.SUCCESS, ExitStatus.GENERIC);

  /** The first part of the method names: {@code startProcess}, {@code startAllProcesses}. */
  final String verb;

  final String success;

  /** The fault that is reported but leaves the exit status as it is. */
  final int ignoredFault;

  /** The exit status where a group does not exist. */
  final int noSuchGroupStatus;

  Order(String verb, String success, int ignoredFault, int noSuchGroupStatus) {
    this.verb = verb;
    this.success = success;
    this.ignoredFault = ignoredFault;
    this.noSuchGroupStatus = noSuchGroupStatus;
  }

  /** Prints the line of a result and sets the exit status. */
  void report(Session session, ProcessResult result) throws UnexpectedAnswerException {
    String words = wordsFor(result);
    session.tell("outcomes", new Outcome(this, result, words), lineFor(result, words));
    int code = result.code();
    if (code == Faults.SUCCESS || code == ignoredFault) {
      return;
    }
    boolean dead =
        code == Faults.SPAWN_ERROR
            || code == Faults.ABNORMAL_TERMINATION
            || code == Faults.NOT_RUNNING;
    session.setExitStatus(dead ? ExitStatus.NOT_RUNNING : ExitStatus.GENERIC);
  }

  private String wordsFor(ProcessResult result) throws UnexpectedAnswerException {
    switch (result.code()) {
      case Faults.SUCCESS:
        return success;
      case Faults.BAD_NAME:
        return "no such process";
      default:
        break;
    }
    if (result.code() == Faults.FORBIDDEN) {
      return result.description();
    }
    switch (this) {
      case START:
        return startFailure(result);
      case CLEAR:
        if (result.code() == Faults.FAILED) {
          return "failed";
        }
        throw unknown(result);
      default:
        return signalFailure(result);
    }
  }

  private String lineFor(ProcessResult result, String words) {
    switch (result.code()) {
      case Faults.SUCCESS:
        return result.name() + ": " + words;
      case Faults.FAILED:
        return this == CLEAR ? error(result, words) : words;
      default:
        return error(result, words);
    }
  }

  private static String startFailure(ProcessResult result) throws UnexpectedAnswerException {
    switch (result.code()) {
      case Faults.NO_FILE:
        return "no such file";
      case Faults.NOT_EXECUTABLE:
        return "file is not executable";
      case Faults.ALREADY_STARTED:
        return "already started";
      case Faults.SPAWN_ERROR:
        return "spawn error";
      case Faults.ABNORMAL_TERMINATION:
        return "abnormal termination";
      default:
        throw unknown(result);
    }
  }

  private static String signalFailure(ProcessResult result) throws UnexpectedAnswerException {
    switch (result.code()) {
      case Faults.BAD_SIGNAL:
        return "bad signal name";
      case Faults.NOT_RUNNING:
        return "not running";
      case Faults.FAILED:
        return result.description();
      default:
        throw unknown(result);
    }
  }

  private static String error(ProcessResult result, String what) {
    return result.name() + ": ERROR (" + what + ")";
  }

  private static UnexpectedAnswerException unknown(ProcessResult result) {
    return new UnexpectedAnswerException(
        "Unknown result code "
            + result.code()
            + " for "
            + result.name()
            + " ("
            + result.description()
            + ")");
  }
}
