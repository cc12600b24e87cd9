/** Answers that do not end: logs that are followed, events as they happen. */
@org.jspecify.annotations.NullMarked
package org.steward.web.stream;
