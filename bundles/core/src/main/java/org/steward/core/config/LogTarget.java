package org.steward.core.config;

/** Where a stream's bytes are kept. */
public sealed interface LogTarget {
  /**
   * A file the supervisor names itself in {@code childlogdir}, removed at its next start unless
   * {@code nocleanup}.
   */
  record Auto() implements LogTarget {}

  /** Nowhere. */
  record None() implements LogTarget {}

  /**
   * A file, which may be unseekable.
   *
   * @param path its absolute path
   */
  record File(String path) implements LogTarget {}
}
