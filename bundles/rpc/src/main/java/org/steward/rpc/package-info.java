/** XML-RPC: codec, dispatch and the namespaces supervisor and system. */
@org.jspecify.annotations.NullMarked
package org.steward.rpc;
