/**
 * Programs added to groups and processes removed from them while the daemon runs, under the API of
 * {@code supervisor_twiddler}. Settings come from {@code [rpcinterface:twiddler]}.
 */
@org.jspecify.annotations.NullMarked
package org.steward.samples.twiddler;
