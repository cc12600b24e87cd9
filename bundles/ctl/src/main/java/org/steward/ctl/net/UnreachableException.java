package org.steward.ctl.net;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** No connection could be made. The message says why in the system's words. */
public final class UnreachableException extends IOException {

  private static final long serialVersionUID = 1L;

  /** Why there is no connection; each has its own exit status and advice. */
  public enum Reason {
    REFUSED("[Errno 111] Connection refused"),
    NO_SUCH_FILE("[Errno 2] No such file or directory"),
    PERMISSION_DENIED("[Errno 13] Permission denied"),
    UNKNOWN_HOST("[Errno -2] Name or service not known"),
    UNTRUSTED("cannot agree on TLS"),
    OTHER("cannot connect");

    final String text;

    Reason(String text) {
      this.text = text;
    }
  }

  private final Reason reason;

  UnreachableException(Reason reason, IOException cause) {
    super(describe(reason, cause.getMessage()), cause);
    this.reason = reason;
  }

  private static String describe(Reason reason, @Nullable String message) {
    boolean told = reason == Reason.OTHER || reason == Reason.UNTRUSTED;
    return told && message != null ? message : reason.text;
  }

  /** {@return why there is no connection} */
  public Reason reason() {
    return reason;
  }
}
