/**
 * From a call to its result: the table of published methods, which changes as namespaces come and
 * go, and the invocation of one or of many in a multicall. Nothing here holds a lock while a method
 * runs, and nothing waits for a deferred result.
 */
@org.jspecify.annotations.NullMarked
package org.steward.rpc.dispatch;
