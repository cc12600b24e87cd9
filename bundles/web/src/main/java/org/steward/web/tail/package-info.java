/** Logs as endless answers: {@code /logtail} and {@code /mainlogtail}. */
@org.jspecify.annotations.NullMarked
package org.steward.web.tail;
