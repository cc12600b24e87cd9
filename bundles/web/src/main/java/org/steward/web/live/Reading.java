package org.steward.web.live;

import org.jspecify.annotations.Nullable;

/**
 * What was seen of one process.
 *
 * @param pid its process id
 * @param at when, in milliseconds of the epoch
 * @param cpuSeconds processor time until then
 * @param memory resident, in KiB
 */
record Reading(int pid, long at, double cpuSeconds, long memory) {
  /** The share of one processor it took since an earlier reading, in percent with one digit. */
  double cpuSince(@Nullable Reading before) {
    if (before == null || before.pid() != pid || at <= before.at()) {
      return 0;
    }
    double percent = (cpuSeconds - before.cpuSeconds()) * 100_000 / (at - before.at());
    return Math.round(Math.max(0, percent) * 10) / 10.0;
  }
}
