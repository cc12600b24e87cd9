package org.steward.rpc.dispatch;

/** Where this bundle's log lines go. Safe on any thread. */
public interface RpcLog {
  /** A client or a plugin did something wrong. */
  void warn(String message);

  /** A method failed in a way its author did not foresee. */
  void error(String message, Throwable cause);
}
