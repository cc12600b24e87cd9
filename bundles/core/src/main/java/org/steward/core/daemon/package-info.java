/**
 * The daemon as a whole: from the command line to the exit status. Wires the rooms together, and
 * keeps what is neither supervision nor output: detaching, limits, the pid file, the generations
 * between restarts. {@link org.steward.core.daemon.CoreActivator} is the only class here that knows
 * of OSGi.
 */
@org.jspecify.annotations.NullMarked
package org.steward.core.daemon;
