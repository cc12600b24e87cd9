package org.steward.eventlisteners.handlers;

/**
 * Which handler it is, for log lines and reports.
 *
 * @param name its component's or class's name
 * @param bundle the id of the bundle it belongs to, -1 where none does
 */
public record Identity(String name, long bundle) {}
