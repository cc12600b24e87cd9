package org.steward.rpc.dispatch;

import java.lang.invoke.MethodHandle;
import java.util.List;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.XmlRpcHandler;
import org.apache.xmlrpc.XmlRpcRequest;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;

/**
 * A method clients can call: looked up once, when its namespace was registered, and found by its
 * full name only. Immutable.
 *
 * @param name {@code namespace.method}
 * @param help what {@code system.methodHelp} shows
 * @param signature the types of the result and the parameters, empty if not known
 * @param parameters what it takes
 * @param target the bound method, from {@code Object[]} to Object
 * @param guard asked before each call
 */
record PublishedMethod(
    String name,
    String help,
    List<String> signature,
    Parameters parameters,
    MethodHandle target,
    CallGuard guard)
    implements XmlRpcHandler {
  /**
   * Calls the method.
   *
   * @return its result, which may be a CompletionStage
   * @throws SupervisorFault what the method or its guard refuses, or INCORRECT_PARAMETERS
   * @throws XmlRpcException FAILED, with whatever else the method threw as its cause
   */
  @Override
  public @Nullable Object execute(XmlRpcRequest request) throws XmlRpcException {
    @Nullable Object[] arguments = parameters.bind(request);
    guard.beforeCall(name);
    try {
      return (@Nullable Object) target.invokeExact(arguments);
    } catch (SupervisorFault e) {
      throw e;
    } catch (Throwable t) {
      // Foreign code: nothing it throws, LinkageError included, may end the web server's thread.
      throw new XmlRpcException(Fault.FAILED.code(), Failures.words(t), t);
    }
  }
}
