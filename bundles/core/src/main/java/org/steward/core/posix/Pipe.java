package org.steward.core.posix;

/**
 * A pipe between the daemon and a child.
 *
 * @param parentEnd the daemon's descriptor, non-blocking
 * @param childEnd the child's descriptor, blocking; closed by the daemon once the child has it
 */
public record Pipe(int parentEnd, int childEnd) {
  /** Which way the bytes go. */
  public enum Direction {
    /** The child writes, the daemon reads. */
    FROM_CHILD,
    /** The daemon writes, the child reads. */
    TO_CHILD
  }
}
