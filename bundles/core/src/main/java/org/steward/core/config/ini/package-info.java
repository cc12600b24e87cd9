/**
 * Supervisor's dialect of INI: what Python's {@code RawConfigParser} reads with {@code ;} and
 * {@code #} as inline comment marks and with duplicates allowed. A {@link
 * org.steward.core.config.ini.Normaliser} turns a file's lines into a plain form that leaves
 * nothing to interpretation; ini4j reads that form; each value keeps the file and line it came
 * from.
 */
@org.jspecify.annotations.NullMarked
package org.steward.core.config.ini;
