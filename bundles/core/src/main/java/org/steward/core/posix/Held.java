package org.steward.core.posix;

/**
 * A descriptor that a later daemon in the same process is to have. A type of its own, so that none
 * can be overlooked in what is handed over.
 *
 * @param fd the descriptor, -1 for none
 */
public record Held(int fd) {
  /** No descriptor. */
  public static final Held NONE = new Held(-1);
}
