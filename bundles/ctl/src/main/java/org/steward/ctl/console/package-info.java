/** What connects a tool with whoever runs it: output, input, and Ctrl-C. */
@org.jspecify.annotations.NullMarked
package org.steward.ctl.console;
