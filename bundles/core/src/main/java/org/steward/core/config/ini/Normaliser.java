package org.steward.core.config.ini;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the lines of one file into a form that ini4j and Python's parser would agree on: one
 * line per section or option, no comments, no continuations, every character that means something
 * to ini4j as {@code \}{@code uXXXX}, and a guard around each text so that trimming cannot reach
 * it.
 *
 * <p>Rules from Python's {@code RawConfigParser._read}: a line that is indented deeper than its
 * option continues it; an empty line within a value stays in it, a comment does not; the first
 * {@code =} or {@code :} ends the key; a header ends at the line's last bracket.
 */
final class Normaliser {
  private static final char GUARD = '"';
  private static final String PLAIN = " _-./,%()";
  private static final HexFormat HEX = HexFormat.of();

  private final StringBuilder text = new StringBuilder();
  private final List<Integer> lineNumbers = new ArrayList<>();
  private final List<MalformedLine> malformed = new ArrayList<>();
  private boolean inSection;
  private boolean toldOfNoSection;
  private int indent;
  private @Nullable OpenOption open;

  /** An option whose value may go on. */
  private record OpenOption(String key, int lineNumber, List<String> value) {}

  /**
   * A line that is neither of what a line can be.
   *
   * @param lineNumber its number
   * @param text what it says
   * @param reason why it cannot be read
   */
  record MalformedLine(int lineNumber, String text, String reason) {}

  /**
   * What ini4j is given.
   *
   * @param text the rewritten file
   * @param lineNumbers of each line in it, the number it had in the file
   * @param malformed the lines left out
   */
  record Normalised(String text, List<Integer> lineNumbers, List<MalformedLine> malformed) {}

  static Normalised normalise(List<String> lines) {
    Normaliser normaliser = new Normaliser();
    for (int i = 0; i < lines.size(); i++) {
      normaliser.line(lines.get(i), i + 1);
    }
    normaliser.close();
    return new Normalised(normaliser.text.toString(), normaliser.lineNumbers, normaliser.malformed);
  }

  private void line(String line, int number) {
    int comment = Comments.startIn(line);
    String content = PythonText.strip(comment < 0 ? line : line.substring(0, comment));
    if (content.isEmpty()) {
      if (comment < 0 && open != null) {
        open.value().add("");
      }
      return;
    }
    int depth = PythonText.indentOf(line);
    if (open != null && depth > indent) {
      open.value().add(content);
      return;
    }
    indent = depth;
    int headerEnd = content.lastIndexOf(']');
    if (content.startsWith("[") && headerEnd > 1) {
      section(content.substring(1, headerEnd), number);
    } else if (inSection) {
      option(content, number);
    } else if (!toldOfNoSection) {
      toldOfNoSection = true;
      reject(number, content, "expected a [section] before the first key");
    }
  }

  private void section(String name, int number) {
    close();
    inSection = true;
    emit('[' + guarded(name) + ']', number);
  }

  private void option(String content, int number) {
    int delimiter = delimiterOf(content);
    if (delimiter < 0) {
      reject(number, content, "expected a [section], a key=value or a comment");
      return;
    }
    close();
    String key = PythonText.stripEnd(content.substring(0, delimiter));
    if (key.isEmpty()) {
      reject(number, content, "expected a key before the " + content.charAt(delimiter));
      return;
    }
    List<String> value = new ArrayList<>();
    value.add(PythonText.strip(content.substring(delimiter + 1)));
    open = new OpenOption(key.toLowerCase(Locale.ROOT), number, value);
  }

  private static int delimiterOf(String content) {
    for (int i = 0; i < content.length(); i++) {
      if (content.charAt(i) == '=' || content.charAt(i) == ':') {
        return i;
      }
    }
    return -1;
  }

  private void close() {
    if (open != null) {
      String value = PythonText.stripEnd(String.join("\n", open.value()));
      emit(guarded(open.key()) + '=' + guarded(value), open.lineNumber());
      open = null;
    }
  }

  private void emit(String line, int number) {
    text.append(line).append('\n');
    lineNumbers.add(number);
  }

  private void reject(int number, String content, String reason) {
    malformed.add(new MalformedLine(number, content, reason));
  }

  private static String guarded(String text) {
    StringBuilder out = new StringBuilder(2 * text.length() + 2).append(GUARD);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80 && Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append("\\u").append(HEX.toHexDigits(c));
      }
    }
    return out.append(GUARD).toString();
  }

  /** What was put between guards. */
  static String unguarded(String text) {
    return text.substring(1, text.length() - 1);
  }
}
