/**
 * The {@code supervisor.*} methods over the facade, one class for each concern. They hold no state:
 * reads are answered from the snapshot and the log files on the caller's thread, everything else is
 * a stage of the facade, with its faults spelled as Supervisor spells them.
 */
@org.jspecify.annotations.NullMarked
package org.steward.rpc.supervisor;
