package org.steward.rpc.dispatch;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.apache.xmlrpc.XmlRpcException;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.api.http.Role;
import org.steward.rpc.codec.Call;

/**
 * A method clients can call: looked up once, when its namespace was registered, and found by its
 * full name only. Immutable.
 *
 * @param name {@code namespace.method}
 * @param help what {@code system.methodHelp} shows
 * @param signature the types of the result and the parameters, empty if not known
 * @param parameters what it takes
 * @param owner the object it is called on
 * @param method the accessible method; not a MethodHandle, of which linking half a hundred would
 *     cost the daemon's start 20 ms, where a Method links its own when it is first called
 * @param guard asked before each call
 * @param role who may call it
 * @param audited whether a call is a line of the audit trail
 */
record PublishedMethod(
    String name,
    String help,
    List<String> signature,
    Parameters parameters,
    Object owner,
    Method method,
    CallGuard guard,
    Role role,
    boolean audited) {
  /**
   * Calls the method.
   *
   * @return its result, which may be a CompletionStage
   * @throws SupervisorFault what the method or its guard refuses, or INCORRECT_PARAMETERS
   * @throws XmlRpcException FAILED, with whatever else the method threw as its cause
   */
  @Nullable Object execute(Call call) throws XmlRpcException {
    @Nullable Object[] arguments = parameters.bind(call);
    guard.beforeCall(name);
    try {
      return method.invoke(owner, arguments);
    } catch (InvocationTargetException e) {
      throw failure(e.getTargetException());
    } catch (IllegalAccessException e) {
      throw failure(e);
    }
  }

  /** Foreign code may throw anything, LinkageError included; only faults are meant for clients. */
  private static XmlRpcException failure(Throwable thrown) {
    if (thrown instanceof SupervisorFault fault) {
      throw fault;
    }
    return new XmlRpcException(Fault.FAILED.code(), Failures.words(thrown), thrown);
  }
}
