package org.steward.core.output;

import org.steward.api.process.ProcessId;
import org.steward.core.config.OutputConfig;

/**
 * What is to become of a child's output.
 *
 * @param token names this one child among all there ever were
 * @param id its process
 * @param logs its files, AUTO names resolved
 * @param config its settings; targets in it are superseded by {@code logs}
 * @param listener whether its stdout speaks the event listener protocol, so that no events are made
 *     of it
 */
public record ChildOutput(
    long token, ProcessId id, ChildLogs logs, OutputConfig config, boolean listener) {}
