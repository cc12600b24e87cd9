package org.steward.rpc.dispatch;

import org.steward.api.control.SupervisorFault;

/** Decides whether the methods of a namespace may be called right now. Safe on any thread. */
@FunctionalInterface
public interface CallGuard {
  /** Lets everything pass. */
  CallGuard NONE = method -> {};

  /**
   * Asked after the arguments were found right and before the method is called.
   *
   * @param method its full name
   * @throws SupervisorFault if it may not be called
   */
  void beforeCall(String method);
}
