package org.steward.core.config.ini;

/**
 * A value as written, with comments removed and continuation lines joined by newlines.
 *
 * @param text the value
 * @param origin the line of its key
 */
public record IniValue(String text, Origin origin) {}
