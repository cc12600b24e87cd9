package org.steward.core.posix;

/**
 * This machine is none the daemon can run on; the message says what was found and what is needed.
 */
public final class UnsupportedPlatform extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsupportedPlatform(String found) {
    super(
        "cannot run on "
            + found
            + ": Linux 5.4 or newer on x86-64 or aarch64 with the GNU C library 2.34 or newer"
            + " is needed");
  }
}
