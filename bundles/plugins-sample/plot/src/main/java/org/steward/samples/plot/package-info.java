/**
 * A page that shows what the programs have used, and how many are in which state, over the last
 * hour.
 *
 * <p>{@link org.steward.samples.plot.PlotPage} is the servlet, {@link
 * org.steward.samples.plot.Sampler} looks at the processes at each tick, {@link
 * org.steward.samples.plot.History} keeps what it saw.
 */
@org.jspecify.annotations.NullMarked
package org.steward.samples.plot;
