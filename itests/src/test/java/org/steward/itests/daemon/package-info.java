/** The daemon as a process: command line, detaching, pid file, signals, limits, refusals. */
package org.steward.itests.daemon;
