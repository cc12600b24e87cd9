/**
 * Restarts processes that hold too much memory, as superlance's {@code memmon} does, configured by
 * the section {@code [memmon]}, or {@code [memmon:x]} for several.
 */
@org.jspecify.annotations.NullMarked
package org.steward.samples.memmon;
