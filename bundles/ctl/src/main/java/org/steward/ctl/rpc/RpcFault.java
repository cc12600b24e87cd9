package org.steward.ctl.rpc;

/** The server answered a call with a fault. */
public final class RpcFault extends Exception {

  private static final long serialVersionUID = 1L;

  private final int code;

  /**
   * @param code one of {@link Faults}, or a plugin's own
   * @param text the fault's text, as a rule its name and what it was about
   */
  public RpcFault(int code, String text) {
    super(text, null, false, false);
    this.code = code;
  }

  /** {@return the fault's number} */
  public int code() {
    return code;
  }

  /** {@return the fault's text} */
  public String text() {
    return String.valueOf(getMessage());
  }
}
