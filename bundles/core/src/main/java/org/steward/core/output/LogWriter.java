package org.steward.core.output;

import org.steward.core.posix.NativeBuffer;

/**
 * One writer's way to a log it may share with others, with its own rule of rotation. Loop only.
 *
 * <p>Where the log does not take bytes they are kept and written later. A writer that honours
 * {@link #blocked} loses nothing; of one that goes on, no more than its allowance is kept.
 */
final class LogWriter {
  private final LogFile file;
  private final RotationRule rule;
  private final int allowance;
  private final Runnable onUnblocked;
  private int held;

  LogWriter(LogFile file, RotationRule rule, int allowance, Runnable onUnblocked) {
    this.file = file;
    this.rule = rule;
    this.allowance = allowance;
    this.onUnblocked = onUnblocked;
  }

  /** The log's path. */
  String path() {
    return file.path();
  }

  /** Whether what is written now goes to a plain file at once. */
  boolean isPlain() {
    return file.isPlain();
  }

  /** The log's size in bytes. */
  long size() {
    return file.size();
  }

  RotationRule rule() {
    return rule;
  }

  /** Whether bytes written now would only be kept; {@code onUnblocked} tells when that ends. */
  boolean blocked() {
    return file.blocked();
  }

  /** Writes the buffer's first {@code length} bytes. */
  void write(NativeBuffer from, int length) {
    file.write(this, from, length);
  }

  void write(byte[] bytes) {
    file.write(this, bytes);
  }

  /** Has bytes written a little later, before any that come after them. */
  void holdBack(byte[] bytes) {
    file.holdBack(this, bytes);
  }

  /** Writes no more; what is kept is still written. */
  void close() {
    file.leave(this);
  }

  boolean mayHold(int bytes) {
    return held + bytes <= allowance;
  }

  void holds(int bytes) {
    held += bytes;
  }

  void unblocked() {
    onUnblocked.run();
  }
}
