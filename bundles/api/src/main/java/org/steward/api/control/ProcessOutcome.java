package org.steward.api.control;

import org.steward.api.process.ProcessId;

/**
 * What became of one process in a request for many.
 *
 * @param id the process
 * @param status {@link Fault#SUCCESS} or why it failed
 * @param description {@code OK} or the fault's words
 */
public record ProcessOutcome(ProcessId id, Fault status, String description) {}
