/** What can be typed in a session beside the supervisor's own commands. */
@org.jspecify.annotations.NullMarked
package org.steward.shell.offer;
