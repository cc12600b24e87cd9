package org.steward.api.process;

/** One of the two output streams of a child. */
public enum LogStream {
  /** Standard output. */
  STDOUT,
  /** Standard error. */
  STDERR;

  /**
   * The name used in configuration keys, URLs and event payloads: {@code stdout} or {@code stderr}.
   */
  public String label() {
    return this == STDOUT ? "stdout" : "stderr";
  }
}
