package org.steward.core.journal;

import org.jspecify.annotations.Nullable;
import org.steward.api.process.ProcessId;
import org.steward.core.config.StopPolicy;

/**
 * A child as it was going to be spawned.
 *
 * @param token names this one child among all of this journal
 * @param id its process
 * @param mark an entry of its environment that no other child has
 * @param fingerprint what it was spawned from; another one means that it would be spawned otherwise
 *     now
 * @param stdoutLog its log, null where none is kept
 * @param stderrLog its log, null where none is kept
 * @param stop how it is to be stopped, should nobody know it any more
 */
public record Intent(
    long token,
    ProcessId id,
    String mark,
    long fingerprint,
    @Nullable String stdoutLog,
    @Nullable String stderrLog,
    StopPolicy stop) {}
