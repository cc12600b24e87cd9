package org.steward.shell;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;
import org.steward.core.spi.shell.ConsoleTerminal;
import org.steward.core.spi.shell.ShellSessions;
import org.steward.core.spi.shell.ShellUnavailableException;
import org.steward.shell.session.Console;

/** Opens a session on the daemon's own terminal, where that is asked for. */
@Component(
    immediate = true,
    service = {})
public final class ConsoleComponent {
  private final ConsoleTerminal terminal;
  private final ShellSessions sessions;
  private final Logger log;
  private @Nullable Console console;

  /** Called by Declarative Services. */
  @Activate
  public ConsoleComponent(
      @Reference ConsoleTerminal terminal,
      @Reference ShellSessions sessions,
      @Reference(service = LoggerFactory.class) Logger log) {
    this.terminal = terminal;
    this.sessions = sessions;
    this.log = log;
  }

  @Activate
  void open() {
    try {
      console = Console.open(terminal.type(), sessions);
    } catch (IOException | ShellUnavailableException e) {
      log.error("cannot open a shell on the terminal: " + e.getMessage());
    }
  }

  @Deactivate
  void close() {
    if (console != null) {
      console.close();
    }
  }
}
