package org.steward.eventlisteners.protocol;

/** What a listener's answer means for the event it was sent. */
enum Verdict {
  /** The event is dealt with. */
  PROCESSED,
  /** The event is to be sent again. */
  REJECTED,
  /** The answer could not be judged: the event is to be sent again, and not to this listener. */
  FAILED
}
