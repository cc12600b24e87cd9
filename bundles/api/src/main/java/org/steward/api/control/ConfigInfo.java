package org.steward.api.control;

import java.util.Map;
import org.steward.api.process.ProcessId;

/**
 * The configuration of one process as last read from disk.
 *
 * @param id the process
 * @param inUse whether its group is part of the running set
 * @param groupPriority the group's start priority
 * @param values the configuration by the names of {@code supervisor.getAllConfigInfo}'s keys
 *     (autostart, command, directory, exitcodes, killasgroup, process_prio, redirect_stderr,
 *     startretries, startsecs, stdout_logfile, ...), in that order; each a String, Integer, Boolean
 *     or List of Integer, or the string {@code none} where Supervisor answers so
 */
public record ConfigInfo(
    ProcessId id, boolean inUse, int groupPriority, Map<String, Object> values) {}
