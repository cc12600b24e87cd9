package org.steward.rpc.dispatch;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.api.http.Role;
import org.steward.api.rpc.RpcEndpoint.Caller;
import org.steward.api.rpc.RpcMethod;
import org.steward.api.rpc.RpcNamespace;
import org.steward.rpc.codec.Limits;

/** The methods that tell about methods, and multicall. Safe on any thread. */
public final class SystemNamespace implements RpcNamespace {
  private final NamespaceRegistry registry;
  private final Invoker invoker;
  private final Limits limits;

  /** Tells of what the registry holds. */
  public SystemNamespace(NamespaceRegistry registry, Invoker invoker, Limits limits) {
    this.registry = registry;
    this.invoker = invoker;
    this.limits = limits;
  }

  /** All methods' full names, sorted. */
  @RpcMethod(
      role = Role.READ,
      help =
          """
          Name every method that can be called at this moment.

          @return array result  The full names, sorted
          """)
  public List<String> listMethods() {
    return registry.methodNames();
  }

  /** A method's help; SIGNATURE_UNSUPPORTED for an unknown one, as Supervisor has it. */
  @RpcMethod(
      role = Role.READ,
      signature = {"string", "string"},
      help =
          """
          Tell what a method does.

          @param string name  The full name of the method
          @return string result  Its description, parameters and result
          """)
  public String methodHelp(Object name) {
    return find(name).help();
  }

  /** A method's types; SIGNATURE_UNSUPPORTED where they are not known. */
  @RpcMethod(
      role = Role.READ,
      signature = {"array", "string"},
      help =
          """
          Tell the types a method works with.

          @param string name  The full name of the method
          @return array result  The type of the result, then those of the parameters in order
          """)
  public List<String> methodSignature(Object name) {
    List<String> signature = find(name).signature();
    if (signature.isEmpty()) {
      throw new SupervisorFault(Fault.SIGNATURE_UNSUPPORTED);
    }
    return signature;
  }

  private PublishedMethod find(Object name) {
    return registry
        .method(String.valueOf(name))
        .orElseThrow(() -> new SupervisorFault(Fault.SIGNATURE_UNSUPPORTED));
  }

  /** Runs many calls in one request. */
  @RpcMethod(
      role = Role.READ,
      signature = {"array", "array"},
      help =
          """
          Make several calls in one request, one after the other. A call that fails does not keep
          the ones after it from being made.

          @param array calls  Structs with the members methodName (string) and params (array)
          @return array result  For each call its result, or a struct with the members faultCode
                                and faultString
          """)
  public CompletableFuture<Object> multicall(List<?> calls, Caller caller) {
    return new Multicall(calls, caller, invoker, limits).run();
  }
}
