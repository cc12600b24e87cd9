/**
 * The XML of XML-RPC: hostile bytes become a {@link org.steward.rpc.codec.Call} or a refusal, and
 * values become the bytes Supervisor would have sent. Everything runs on the caller's thread.
 */
@org.jspecify.annotations.NullMarked
package org.steward.rpc.codec;
