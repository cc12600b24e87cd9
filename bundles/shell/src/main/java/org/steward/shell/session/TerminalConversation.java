package org.steward.shell.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.apache.felix.gogo.jline.Parser;
import org.apache.felix.service.command.CommandSession;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.impl.ExternalTerminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.steward.core.spi.shell.ShellSessions.Client;
import org.steward.core.spi.shell.ShellSessions.ShellTerminal;

/**
 * Lines edited at a terminal, with history and completion. The terminal's side of the client sends
 * bytes as they are typed; what they mean (Ctrl-C, echo) is decided here.
 */
final class TerminalConversation implements Conversation {
  private static final String PROMPT = "supervisor> ";

  private final CommandLoop loop;
  private final Surroundings surroundings;
  private final String user;
  private final boolean atConsole;
  private final Terminal terminal;
  private boolean interruptedBefore;

  TerminalConversation(
      CommandLoop loop, ShellTerminal kind, Client client, Surroundings surroundings)
      throws IOException {
    this.loop = loop;
    this.surroundings = surroundings;
    this.user = client.actor().user();
    this.atConsole = client.actor().address().equals(Console.ADDRESS);
    terminal =
        new ExternalTerminal(
            null,
            "shell",
            TerminalTypes.known(kind.type()),
            client.streams().in(),
            new ClientOutput(client.streams().out()),
            UTF_8,
            SignalHandler.SIG_IGN,
            /* paused= */ true);
    terminal.setSize(new Size(kind.columns(), kind.rows()));
  }

  @Override
  public int run() throws IOException {
    try (loop;
        terminal;
        CommandSession session =
            loop.begin(terminal.input(), terminal.output(), terminal.output())) {
      TerminalVariables.put(session, terminal);
      LineReader reader = reader(session);
      terminal.handle(Signal.INT, signal -> loop.interrupt());
      terminal.resume();
      while (!loop.isOver() && readAndRun(session, reader)) {
        // each turn is one command
      }
      terminal.flush();
    }
    return loop.leavingStatus();
  }

  /** Runs the next line; false where there is none. */
  private boolean readAndRun(CommandSession session, LineReader reader) {
    String line;
    try {
      line = reader.readLine(PROMPT);
    } catch (UserInterruptException e) {
      interrupted(e.getPartialLine());
      return true;
    } catch (EndOfFileException e) {
      return false;
    }
    interruptedBefore = false;
    if (!line.isBlank()) {
      String failure = loop.run(session, line);
      if (failure != null && !failure.isEmpty()) {
        terminal.writer().println(red(failure));
      }
      terminal.flush();
    }
    return true;
  }

  /**
   * Ctrl-C at the prompt throws the line away. Who presses it in the daemon's own foreground may
   * want more: there, the second one in a row stops the daemon, as it would without a shell.
   */
  private void interrupted(String partialLine) {
    if (!atConsole || !partialLine.isEmpty()) {
      interruptedBefore = false;
      return;
    }
    if (interruptedBefore) {
      surroundings.supervisor().shutdown();
      terminal.writer().println("supervisord stops its programs, and then ends.");
    } else {
      terminal
          .writer()
          .println("Ctrl-C once more stops supervisord and its programs; Ctrl-D closes the shell.");
    }
    terminal.flush();
    interruptedBefore = true;
  }

  private String red(String text) {
    return new AttributedString(text, AttributedStyle.DEFAULT.foreground(AttributedStyle.RED))
        .toAnsi(terminal);
  }

  private LineReader reader(CommandSession session) {
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("supervisor")
            .parser(new Parser())
            .completer(new CommandCompleter(session, surroundings.supervisor()))
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.GROUP, false)
            .option(LineReader.Option.AUTO_FRESH_LINE, true);
    History.fileOf(user, surroundings.history())
        .ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
    LineReader reader = builder.build();
    // From here on, Ctrl-C is the reader's: one that came too late for a command is not the next's.
    reader.getWidgets().put(LineReader.CALLBACK_INIT, loop::forgetInterrupt);
    session.put(TerminalVariables.READER, reader);
    return reader;
  }

  @Override
  public void resize(int columns, int rows) {
    terminal.setSize(new Size(columns, rows));
    terminal.raise(Signal.WINCH);
  }

  @Override
  public void close() {
    loop.abandon();
    try {
      terminal.close();
    } catch (IOException e) {
      // it is closed all the same
    }
  }
}
