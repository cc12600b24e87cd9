package org.steward.core.process;

/** What the machine does on an input; each step leads to the one state its table cell names. */
enum Step {
  /** Nothing: the input says nothing new in this state. */
  IGNORE,
  /** Refuse: whoever gave the input broke the rules of the loop. */
  REFUSE,
  BEGIN_START,
  NOTE_CHILD,
  FAIL_START,
  CALL_OFF,
  SUCCEED,
  FAIL_EARLY,
  EXIT,
  EXIT_AT_ONCE,
  STOPPED_BY_REQUEST,
  GIVE_UP,
  REQUEST_STOP,
  CANCEL_RETRY,
  FORCE_STOP,
  LOSE_TRACK
}
