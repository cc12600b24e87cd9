package org.steward.core.process;

/**
 * How a child ended.
 *
 * @param code exit status, -1 where a signal ended it
 * @param signal the signal, 0 where none did
 * @param words as it stands in the log: {@code exit status 1}, {@code terminated by SIGKILL}
 */
public record Ending(int code, int signal, String words) {}
