package org.steward.core.config;

/**
 * What happens to a process's output.
 *
 * @param stdout its standard output
 * @param stderr its standard error; its target is None where it is redirected
 * @param redirectStderr whether standard error goes down the same pipe as standard output
 */
public record OutputConfig(StreamConfig stdout, StreamConfig stderr, boolean redirectStderr) {}
