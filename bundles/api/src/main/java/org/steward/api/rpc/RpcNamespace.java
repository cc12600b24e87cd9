package org.steward.api.rpc;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A namespace of remote methods, added by registering a service of this type with the property
 * {@value #NAME}.
 *
 * <p>Its public methods that carry {@link RpcMethod} can be called as {@code <namespace>.<method>}
 * as soon as the service is registered and until it goes. Parameters may be String, int, long,
 * boolean, List, Map, and Object for whatever the client sent; an int is accepted for a boolean,
 * and trailing parameters annotated {@link RpcOptional} may be left out. A namespace whose name is
 * taken or whose methods do not follow these rules is not served, and listed in {@link
 * RejectedNamespaces}. Results may be String, int, long (capped to 32 bits), boolean, List, Map
 * with String keys, byte[] (as text), or a CompletionStage of one of these, which is answered when
 * it completes. A {@link org.steward.api.control.SupervisorFault} becomes the fault the client
 * sees. Methods are called concurrently, on threads of their namespace, and may block: what they
 * cost, their own callers pay. Once the namespace goes, calls on their way may finish for some
 * seconds; then they are interrupted, and their callers get a fault.
 *
 * <p>Only administrators may call a method that does not name another {@link RpcMethod#role()}. A
 * last parameter of the type {@link RpcEndpoint.Caller} is not the client's: it gets who calls.
 */
@ConsumerType
public interface RpcNamespace {
  /** The service property that holds the namespace's name. */
  String NAME = "supervisor.rpc.namespace";
}
