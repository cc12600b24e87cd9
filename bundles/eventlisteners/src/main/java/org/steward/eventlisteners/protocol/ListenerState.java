package org.steward.eventlisteners.protocol;

/**
 * Where the conversation with one listener stands. Names are Supervisor's, as they appear in the
 * activity log.
 */
enum ListenerState {
  /** It has started, or has answered: it may do as it likes until it says READY. */
  ACKNOWLEDGED,
  /** It waits for an event. */
  READY,
  /** It has been sent an event and has not answered. */
  BUSY,
  /** It broke the protocol: it is sent nothing until it is restarted. */
  UNKNOWN
}
