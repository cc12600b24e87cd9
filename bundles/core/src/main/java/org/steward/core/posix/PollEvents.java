package org.steward.core.posix;

/** The events of one wait; reused from wait to wait, by one thread. */
public interface PollEvents {
  /** The most events one wait can bring. */
  int capacity();

  /** The token the i-th event's descriptor was added with. */
  long token(int i);

  /** What happened to it, as EPOLL bits. */
  int events(int i);
}
