package org.steward.core.config.ini;

/**
 * Where something was read.
 *
 * @param file the file's name as it was asked for
 * @param line its line, counted from 1
 */
public record Origin(String file, int line) {}
