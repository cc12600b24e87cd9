package org.steward.ctl.rpc;

/** XML-RPC's nil, which supervisord itself never sends but a plugin's method may. */
public enum Nil {
  NIL;

  @Override
  public String toString() {
    return "nil";
  }
}
