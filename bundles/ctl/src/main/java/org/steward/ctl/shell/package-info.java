/** The shell: many actions, from a person at a terminal or from a pipe. */
@org.jspecify.annotations.NullMarked
package org.steward.ctl.shell;
