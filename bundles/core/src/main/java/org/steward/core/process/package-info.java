/**
 * What becomes of one process: a total table of states and inputs, and a machine that turns an
 * input into effects. No I/O, no clock, no system call: whoever drives it says what time it is and
 * carries the effects out.
 */
@org.jspecify.annotations.NullMarked
package org.steward.core.process;
