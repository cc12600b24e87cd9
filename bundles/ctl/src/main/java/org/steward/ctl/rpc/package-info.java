/**
 * XML-RPC as supervisord speaks it. Values are {@link java.lang.Integer}, {@link java.lang.Long},
 * {@link java.lang.Double}, {@link java.lang.Boolean}, {@link java.lang.String}, {@code byte[]},
 * {@link java.util.List}, {@link org.steward.ctl.rpc.Struct} and {@link org.steward.ctl.rpc.Nil}.
 */
@org.jspecify.annotations.NullMarked
package org.steward.ctl.rpc;
