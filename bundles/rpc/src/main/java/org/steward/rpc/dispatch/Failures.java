package org.steward.rpc.dispatch;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.xmlrpc.XmlRpcException;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.rpc.codec.UnwritableValue;

/** Turns whatever a call failed with into the fault its client sees. */
final class Failures {
  private Failures() {}

  /** The fault; what nobody foresaw is logged, with the method's name, and becomes FAILED. */
  static SupervisorFault fault(String method, Throwable thrown, RpcLog log) {
    return switch (cause(thrown)) {
      case SupervisorFault fault -> fault;
      case UnwritableValue value -> {
        log.warn("RPC method " + method + "() cannot be answered: " + value.reason());
        yield new SupervisorFault(Fault.FAILED, value.reason());
      }
      case Throwable cause -> {
        log.error("RPC method " + method + "() failed", cause);
        yield new SupervisorFault(Fault.FAILED, words(cause));
      }
    };
  }

  /** A throwable's message, its class where it has none. */
  static String words(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null || message.isBlank() ? thrown.getClass().getName() : message;
  }

  /** What lies behind the wrappers of stages and of the library. */
  static Throwable cause(Throwable thrown) {
    Throwable cause = thrown.getCause();
    boolean wrapper =
        thrown instanceof CompletionException
            || thrown instanceof ExecutionException
            || thrown instanceof XmlRpcException;
    return wrapper && cause != null ? cause(cause) : thrown;
  }
}
