/**
 * A scripted kernel in virtual time, for unit tests and seeded simulations of whatever runs on the
 * seam to the operating system. Single-threaded and deterministic.
 */
@org.jspecify.annotations.NullMarked
package org.steward.core.posix.testing;
