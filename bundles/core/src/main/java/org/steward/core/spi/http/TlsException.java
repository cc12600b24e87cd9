package org.steward.core.spi.http;

import java.io.IOException;
import java.nio.file.Path;

/** A file of {@link TlsFiles} that cannot be used. The message says why, in words for people. */
public final class TlsException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final String reason;

  TlsException(Path file, String reason) {
    super(file + " " + reason);
    this.file = file;
    this.reason = reason;
  }

  /** What is wrong with it. */
  public String reason() {
    return reason;
  }

  /** The file that is to blame. */
  public Path file() {
    return file;
  }
}
