/** What {@code memmon} and {@code httpok} have in common, as they do in superlance. */
@org.jspecify.annotations.NullMarked
package org.steward.samples.superlance;
