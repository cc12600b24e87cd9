package org.steward.ctl.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import org.steward.ctl.action.ActionTable;
import org.steward.ctl.action.Completion;
import org.steward.ctl.action.Session;
import org.steward.ctl.action.Target;
import org.steward.ctl.console.Console;
import org.steward.ctl.options.ClientOptions;

/**
 * The shell at a terminal. Apart from {@link Shell}, so that JLine is loaded only where it is used.
 */
final class TerminalShell {

  private static final int DEFAULT_WIDTH = 80;
  private static final int DEFAULT_HEIGHT = 24;

  private TerminalShell() {}

  static int run(ClientOptions options, Console plain, ActionTable actions, Target target) {
    try (Terminal terminal = TerminalBuilder.builder().system(true).nativeSignals(true).build()) {
      giveSize(terminal);
      TerminalInput input = new TerminalInput(terminal, history(options, plain), plain.out());
      Console console =
          new Console(plain.out(), plain.err(), true, input, new TerminalInterrupts(terminal));
      Session session = new Session(console, actions, target, true);
      input.completeWith(new Completion(session));
      return new Shell(console, session, options.prompt()).run();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot set the terminal up or restore it", e);
    }
  }

  private static @Nullable String history(ClientOptions options, Console console) {
    String file = options.historyFile();
    if (file == null || HistoryFile.prepare(Path.of(file))) {
      return file;
    }
    console
        .err()
        .line(
            "Cannot keep a history in "
                + file
                + ": expected a file that may be read and written, in a directory that exists.");
    console.err().flush();
    return null;
  }

  /**
   * A terminal made by a program may say it is 0 columns wide, in which JLine shows nothing but
   * dots.
   */
  private static void giveSize(Terminal terminal) {
    if (terminal.getWidth() == 0) {
      terminal.setSize(new Size(DEFAULT_WIDTH, DEFAULT_HEIGHT));
    }
  }
}
