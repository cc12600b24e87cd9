/** XML-RPC over HTTP: takes the POSTs to {@code /RPC2} in and hands them to the RPC endpoint. */
@org.jspecify.annotations.NullMarked
package org.steward.web.rpc;
