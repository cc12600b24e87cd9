package org.steward.core.config;

/**
 * The daemon's own log.
 *
 * @param file absolute path, or {@code syslog}
 * @param maxBytes size at which it is rotated, 0 for never
 * @param backups how many rotated files are kept
 * @param level the least severe level written
 */
public record ActivityLogConfig(String file, long maxBytes, int backups, LogLevel level) {}
