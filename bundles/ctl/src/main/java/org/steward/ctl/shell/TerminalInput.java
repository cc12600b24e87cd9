package org.steward.ctl.shell;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;
import org.steward.ctl.action.Completion;
import org.steward.ctl.console.Input;
import org.steward.ctl.console.InputInterruptedException;
import org.steward.ctl.console.Output;

/** Lines edited by JLine, with history and completion. */
final class TerminalInput implements Input {

  /** What terminals send that do not heed the request for their application's keys. */
  private static final Map<Capability, String> ARROWS =
      Map.of(
          Capability.key_up, "\033[A",
          Capability.key_down, "\033[B",
          Capability.key_right, "\033[C",
          Capability.key_left, "\033[D");

  private final LineReader reader;
  private final Output out;
  private @Nullable Completion completion;

  /**
   * @param historyFile where the history is kept, or null for nowhere
   * @param out flushed before a line is read
   */
  TerminalInput(Terminal terminal, @Nullable String historyFile, Output out) {
    this.out = out;
    // Commands are no shell language: no quotes to close, no backslashes, no "!" expansion.
    DefaultParser words = new DefaultParser().quoteChars(new char[0]).escapeChars(new char[0]);
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("supervisorctl")
            .parser(words)
            .completer(this::complete)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.AUTO_MENU, false)
            .option(LineReader.Option.HISTORY_TIMESTAMPED, false);
    if (historyFile != null) {
      builder.variable(LineReader.HISTORY_FILE, historyFile);
    }
    reader = builder.build();
    for (Map.Entry<Capability, String> arrow : ARROWS.entrySet()) {
      bindAlso(arrow.getValue(), KeyMap.key(terminal, arrow.getKey()));
    }
  }

  /** Has a sequence do what another one does. */
  private void bindAlso(String sequence, @Nullable String other) {
    KeyMap<Binding> keys = Objects.requireNonNull(reader.getKeyMaps().get(LineReader.MAIN));
    Binding binding = other == null ? null : keys.getBound(other);
    if (binding != null) {
      keys.bind(binding, sequence);
    }
  }

  void completeWith(Completion source) {
    completion = source;
  }

  private void complete(LineReader ignored, ParsedLine line, List<Candidate> candidates) {
    if (completion == null) {
      return;
    }
    for (String candidate :
        completion.candidates(line.line().substring(0, line.cursor()), line.word())) {
      candidates.add(new Candidate(candidate));
    }
  }

  @Override
  public @Nullable String line(String prompt) throws InputInterruptedException {
    if (completion != null) {
      completion.forget();
    }
    return read(prompt, null);
  }

  @Override
  public @Nullable String secret(String prompt) throws InputInterruptedException {
    return aside(prompt, '\0');
  }

  @Override
  public @Nullable String answer(String prompt) throws InputInterruptedException {
    return aside(prompt, null);
  }

  private @Nullable String aside(String prompt, @Nullable Character mask)
      throws InputInterruptedException {
    reader.setVariable(LineReader.DISABLE_HISTORY, true);
    reader.setVariable(LineReader.DISABLE_COMPLETION, true);
    try {
      return read(prompt, mask);
    } finally {
      reader.setVariable(LineReader.DISABLE_HISTORY, false);
      reader.setVariable(LineReader.DISABLE_COMPLETION, false);
    }
  }

  private @Nullable String read(String prompt, @Nullable Character mask)
      throws InputInterruptedException {
    out.flush();
    try {
      return reader.readLine(prompt, mask);
    } catch (UserInterruptException e) {
      throw new InputInterruptedException();
    } catch (EndOfFileException e) {
      return null;
    }
  }
}
