/**
 * The supervision loop: the one thread {@code supervisor-loop} that owns the running set. In come
 * requests, readiness, timers and notices of the output room; out go snapshots, events, replies and
 * orders to the output room.
 */
@org.jspecify.annotations.NullMarked
package org.steward.core.loop;
