/**
 * The output room: children's pipes, their log files, rotation, capture, ANSI stripping, syslog and
 * the activity log, all on the one thread {@code output-loop}. Bytes and files, never process
 * state.
 */
@org.jspecify.annotations.NullMarked
package org.steward.core.output;
