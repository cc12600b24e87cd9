package org.steward.shell.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.impl.ffm.FfmTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.jline.utils.Signals;
import org.steward.core.spi.security.AuditTrail.Actor;
import org.steward.core.spi.shell.ShellSessions;
import org.steward.core.spi.shell.ShellSessions.Client;
import org.steward.core.spi.shell.ShellSessions.Session;
import org.steward.core.spi.shell.ShellSessions.ShellStreams;
import org.steward.core.spi.shell.ShellSessions.ShellTerminal;
import org.steward.core.spi.shell.ShellUnavailableException;

/**
 * A session on the daemon's own terminal, which is in raw mode meanwhile: Ctrl-C is a key of the
 * session's, and no signal. When the session ends, the terminal is as it was before, and Ctrl-C
 * stops the daemon.
 */
public final class Console implements AutoCloseable {
  /** What the audit trail calls it. */
  static final String ADDRESS = "console";

  private static final String WINDOW_CHANGE = "WINCH";
  private static final String GREETING =
      "The shell of supervisord: help lists the commands, Ctrl-D closes it.\n";
  private static final String FAREWELL =
      "The shell is closed, supervisord goes on; Ctrl-C stops it.\n";
  private static final int USUAL_COLUMNS = 80;
  private static final int USUAL_ROWS = 24;

  private final Terminal terminal;
  private final Attributes before;
  private final OutputStream out = new FileOutputStream(FileDescriptor.out);
  private final Session session;
  private final Object windowChanges;
  private boolean closing;

  private Console(Terminal terminal, ShellSessions sessions) throws ShellUnavailableException {
    this.terminal = terminal;
    this.before = terminal.getAttributes();
    Size size = size();
    say(GREETING);
    makeRaw();
    try {
      session =
          sessions.open(
              new Client(
                  new Actor("", ADDRESS, "shell"),
                  new ShellTerminal(terminal.getType(), size.getColumns(), size.getRows()),
                  new ShellStreams(Keyboard.standardInput().listen(), out, out)));
    } catch (ShellUnavailableException e) {
      terminal.setAttributes(before);
      throw e;
    }
    windowChanges = Signals.register(WINDOW_CHANGE, this::resize);
    session.ended().whenComplete((status, never) -> restore());
  }

  /** Opens a session on standard input and output, which are a terminal of that type. */
  public static Console open(String type, ShellSessions sessions)
      throws IOException, ShellUnavailableException {
    Terminal terminal =
        new FfmTerminalProvider()
            .sysTerminal(
                "console",
                TerminalTypes.known(type),
                false,
                UTF_8,
                UTF_8,
                UTF_8,
                /* nativeSignals= */ false,
                SignalHandler.SIG_DFL,
                /* paused= */ true,
                SystemStream.Output);
    return new Console(terminal, sessions);
  }

  private void makeRaw() {
    terminal.enterRawMode();
    Attributes raw = terminal.getAttributes();
    raw.setLocalFlag(LocalFlag.ISIG, false);
    // JLine's raw mode has a read end after a while in which no key was pressed.
    raw.setControlChar(ControlChar.VMIN, 1);
    raw.setControlChar(ControlChar.VTIME, 0);
    terminal.setAttributes(raw);
  }

  private Size size() {
    Size size = terminal.getSize();
    return size.getColumns() > 0 && size.getRows() > 0 ? size : new Size(USUAL_COLUMNS, USUAL_ROWS);
  }

  private void resize() {
    Size size = size();
    session.resize(size.getColumns(), size.getRows());
  }

  private synchronized void restore() {
    Signals.unregister(WINDOW_CHANGE, windowChanges);
    terminal.setAttributes(before);
    if (!closing) {
      say(FAREWELL);
    }
  }

  private void say(String line) {
    try {
      out.write(line.getBytes(UTF_8));
    } catch (IOException e) {
      // the terminal is gone, and nobody to read it
    }
  }

  /** Ends the session and gives the terminal back. */
  @Override
  public void close() {
    synchronized (this) {
      closing = true;
    }
    session.close();
    terminal.setAttributes(before);
  }
}
