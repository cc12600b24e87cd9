package org.steward.core.output;

import org.steward.core.eventloop.Timers;
import org.steward.core.journal.Transit;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Posix;

/**
 * What all objects of the output loop use.
 *
 * @param thread whose state all of this is
 * @param posix the system
 * @param poller readiness
 * @param timers things to be done later
 * @param growth who follows which log
 * @param log the activity log
 * @param figures counts what children write
 * @param transit where pipes are read to; free again when the handler returns
 * @param scratch for bytes that come from the heap; free again after the system call
 */
record LoopTools(
    LoopThread thread,
    Posix posix,
    Poller poller,
    Timers timers,
    Growth growth,
    ActivityLog log,
    OutputFigures figures,
    Transit transit,
    NativeBuffer scratch) {
  /** Size of both buffers. */
  static final int BUFFER_SIZE = Transit.CAPACITY;
}
