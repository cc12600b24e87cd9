/** Sessions: what reads commands from a client, runs them, and shows what they say. */
@org.jspecify.annotations.NullMarked
package org.steward.shell.session;
