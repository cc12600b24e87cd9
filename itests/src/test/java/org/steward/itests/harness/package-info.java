/**
 * What the end-to-end tests stand on: a {@link org.steward.itests.harness.Sandbox} for each test,
 * {@link org.steward.itests.harness.Daemon}s in it, of this distribution or of Debian's Supervisor,
 * and looks at them from outside: log lines, {@code /proc}, signals, commands. Every wait has a
 * deadline and says what it saw when it passes.
 */
package org.steward.itests.harness;
