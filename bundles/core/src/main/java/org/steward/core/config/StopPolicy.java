package org.steward.core.config;

/**
 * How a process is stopped.
 *
 * @param signal number of the signal that asks it to stop
 * @param waitsecs seconds until SIGKILL follows
 * @param asGroup whether the stop signal goes to its process group
 * @param killAsGroup whether SIGKILL goes to its process group
 */
public record StopPolicy(int signal, int waitsecs, boolean asGroup, boolean killAsGroup) {}
