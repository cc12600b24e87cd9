package org.steward.core.process;

/** What can happen to a process. */
public enum Input {
  /** A user, the autostart or the autorestart policy wants it to run. */
  START,
  /** Its child was spawned. */
  SPAWNED,
  /** No child could be spawned. */
  SPAWN_FAILED,
  /** A start was called off before there was a child. */
  SPAWN_CALLED_OFF,
  /** It stayed up for longer than {@code startsecs}. */
  STAYED_UP,
  /** Its child ended before it had been up for {@code startsecs}. */
  ENDED_TOO_SOON,
  /** Its child ended otherwise. */
  ENDED,
  /** The wait after a failed start is over. */
  RETRY_DUE,
  /** The wait before a restart by policy that would have come too soon is over. */
  RESTART_DUE,
  /** No retry is left, or the supervisor shuts down while one is pending. */
  GIVE_UP,
  /** A user or the supervisor wants it to stop. */
  STOP,
  /** It did not stop within {@code stopwaitsecs}. */
  KILL_DUE,
  /** A signal could not be sent, for a reason that leaves its state open. */
  SIGNAL_FAILED
}
