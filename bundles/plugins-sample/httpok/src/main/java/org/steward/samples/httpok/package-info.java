/**
 * Asks an address at each tick and restarts processes where it does not answer as it should, as
 * superlance's {@code httpok} does; one check for each section {@code [httpok:x]}.
 */
@org.jspecify.annotations.NullMarked
package org.steward.samples.httpok;
