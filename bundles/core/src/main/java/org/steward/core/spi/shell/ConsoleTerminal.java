package org.steward.core.spi.shell;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The terminal the daemon was started from, to be used for a session of the shell: a service that
 * is there where {@code --console} asks for it, and standard input and output are a terminal whose
 * foreground is the daemon.
 */
@ProviderType
public interface ConsoleTerminal {
  /** Its type as in {@code TERM}. */
  String type();
}
