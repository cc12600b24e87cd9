package org.steward.core.config.schema;

import org.steward.core.config.LogTarget;

/**
 * What a program's log file option says.
 *
 * @param target where the bytes go; a file's path as written, with {@code ~} expanded
 * @param obsoleteSyslog whether it was the obsolete {@code syslog}
 */
public record LogFile(LogTarget target, boolean obsoleteSyslog) {}
