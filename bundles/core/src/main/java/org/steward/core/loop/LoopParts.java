package org.steward.core.loop;

import org.steward.core.eventloop.Timers;
import org.steward.core.output.ActivityLog;
import org.steward.core.output.Output;
import org.steward.core.posix.Posix;

/**
 * What the parts of the loop share.
 *
 * @param posix the system
 * @param output the output room
 * @param log the activity log
 * @param running the running set
 * @param timers the loop's timers
 * @param poller the loop's epoll instance
 * @param turn the present turn
 * @param listeners the way to the event listener bundle
 * @param notes what is noted in the journal
 * @param settings what is known of the daemon
 */
record LoopParts(
    Posix posix,
    Output output,
    ActivityLog log,
    RunningSet running,
    Timers timers,
    Poller poller,
    Turn turn,
    ListenerLink listeners,
    Notes notes,
    LoopSettings settings) {}
