package org.steward.web.api;

import java.time.InstantSource;
import java.util.function.ToIntFunction;
import org.steward.api.process.ProcessId;
import org.steward.web.live.RecentEvents;

/**
 * What views of processes depend on beside the snapshot.
 *
 * @param second the second their uptimes count to
 * @param restarts how often each was started again in the last hour
 */
record Now(long second, ToIntFunction<ProcessId> restarts) {
  static Now of(InstantSource clock, RecentEvents events) {
    return new Now(clock.instant().getEpochSecond(), events::restarts);
  }
}
