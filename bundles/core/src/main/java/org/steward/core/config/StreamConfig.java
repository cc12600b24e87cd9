package org.steward.core.config;

/**
 * What happens to one output stream of a process.
 *
 * @param target where its bytes are kept
 * @param maxBytes size at which the file is rotated, 0 for never
 * @param backups how many rotated files are kept
 * @param captureMaxBytes most bytes kept of one communication event, 0 where capture mode is off
 * @param eventsEnabled whether PROCESS_LOG events are emitted
 * @param syslog whether its lines also go to syslog
 */
public record StreamConfig(
    LogTarget target,
    long maxBytes,
    int backups,
    long captureMaxBytes,
    boolean eventsEnabled,
    boolean syslog) {}
