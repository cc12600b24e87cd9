package org.steward.core.config;

import org.steward.api.process.ProcessId;

/**
 * Everything that is configured of one process, fully expanded.
 *
 * @param id its name
 * @param command the command line as configured, split only when it is spawned
 * @param start when and how it is started
 * @param restart what follows an exit
 * @param stop how it is stopped
 * @param surroundings what it finds around itself
 * @param output what happens to its output
 */
public record ProcessConfig(
    ProcessId id,
    String command,
    StartPolicy start,
    RestartPolicy restart,
    StopPolicy stop,
    Surroundings surroundings,
    OutputConfig output) {}
