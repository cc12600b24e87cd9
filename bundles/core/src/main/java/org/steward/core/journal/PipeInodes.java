package org.steward.core.journal;

/**
 * The pipes between a child and the daemon; 0 where there is none.
 *
 * @param stdin the one it reads
 * @param stdout the one it writes
 * @param stderr the one it writes errors to, 0 also where they go down {@code stdout}
 */
public record PipeInodes(long stdin, long stdout, long stderr) {
  /** None at all. */
  public static final PipeInodes NONE = new PipeInodes(0, 0, 0);
}
