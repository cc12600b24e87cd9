/**
 * What lets programs outlive the daemon: the journal that says which children there are, and the
 * search for them by the next daemon. Written on the output loop, read once at start.
 */
@org.jspecify.annotations.NullMarked
package org.steward.core.journal;
