package org.steward.core.output;

import org.jspecify.annotations.Nullable;

/**
 * The files of a process's two streams.
 *
 * @param stdout absolute path, null where none is kept
 * @param stderr absolute path, null where none is kept
 */
public record ChildLogs(@Nullable String stdout, @Nullable String stderr) {
  /** No file at all. */
  public static final ChildLogs NONE = new ChildLogs(null, null);
}
