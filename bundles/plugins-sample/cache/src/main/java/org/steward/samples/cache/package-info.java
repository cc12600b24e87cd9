/**
 * Keys and values that clients keep in the daemon, under the API of {@code supervisor_cache}: an
 * RPC namespace and commands of {@code supervisorctl}. The smallest complete plugin.
 */
@org.jspecify.annotations.NullMarked
package org.steward.samples.cache;
