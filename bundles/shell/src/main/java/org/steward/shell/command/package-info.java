/** The commands of the scope {@code supervisor}. Run on threads of the session's, and may block. */
@org.jspecify.annotations.NullMarked
package org.steward.shell.command;
