package org.steward.core.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of saved state: a word that says what it is, then fields {@code key=value} in any order.
 * Blanks, control characters and percent signs in values are written as {@code %xx}. A reader skips
 * fields it does not know and takes the default for those it misses, so that older and newer
 * daemons understand each other.
 */
public final class TextLine {
  private static final String HEX = "0123456789abcdef";

  private final String kind;
  private final Map<String, String> fields = new LinkedHashMap<>();

  /** A line without fields. */
  public TextLine(String kind) {
    this.kind = kind;
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static TextLine parse(String text) {
    String[] words = text.split(" ", -1);
    if (words[0].isEmpty()) {
      throw new IllegalArgumentException("cannot understand '" + text + "': no word begins it");
    }
    TextLine line = new TextLine(words[0]);
    for (int i = 1; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      if (equals <= 0) {
        throw new IllegalArgumentException("cannot understand '" + text + "': expected key=value");
      }
      line.fields.put(words[i].substring(0, equals), unescape(words[i].substring(equals + 1)));
    }
    return line;
  }

  /** What it is. */
  public String kind() {
    return kind;
  }

  /** Adds a field, unless the value is null. */
  public TextLine with(String key, @Nullable Object value) {
    if (value != null) {
      fields.put(key, value.toString());
    }
    return this;
  }

  /** A field's value, null where it is missing. */
  public @Nullable String find(String key) {
    return fields.get(key);
  }

  /**
   * A field's value.
   *
   * @throws IllegalArgumentException where it is missing
   */
  public String get(String key) {
    String value = fields.get(key);
    if (value == null) {
      throw new IllegalArgumentException("cannot understand " + kind + ": " + key + " is missing");
    }
    return value;
  }

  /**
   * A field's value as a number, the default where it is missing.
   *
   * @throws NumberFormatException where it is none
   */
  public long number(String key, long missing) {
    String value = fields.get(key);
    return value == null ? missing : Long.parseLong(value);
  }

  /** As {@link #number}, for what fits an int. */
  public int integer(String key, int missing) {
    String value = fields.get(key);
    return value == null ? missing : Integer.parseInt(value);
  }

  /** Whether a field is {@code true}; false where it is missing. */
  public boolean flag(String key) {
    return "true".equals(fields.get(key));
  }

  /** The line, without its end. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(kind);
    fields.forEach((key, value) -> escape(value, text.append(' ').append(key).append('=')));
    return text.toString();
  }

  private static void escape(String value, StringBuilder to) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c <= ' ' || c == '%' || c == 0x7f) {
        to.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      } else {
        to.append(c);
      }
    }
  }

  private static String unescape(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder value = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        if (i + 2 >= text.length()) {
          throw new IllegalArgumentException("cut off after a percent sign: '" + text + "'");
        }
        // Throws where they are no digits.
        value.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        value.append(c);
      }
    }
    return value.toString();
  }
}
