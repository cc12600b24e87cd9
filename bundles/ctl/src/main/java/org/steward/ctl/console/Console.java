package org.steward.ctl.console;

/**
 * The places a tool talks to.
 *
 * @param out standard output, whose lines other programs parse
 * @param err standard error
 * @param hints whether advice for a person is wanted on standard error; programs that parse get
 *     none
 * @param input lines typed or piped in
 * @param interrupts Ctrl-C
 */
public record Console(Output out, Output err, boolean hints, Input input, Interrupts interrupts) {}
