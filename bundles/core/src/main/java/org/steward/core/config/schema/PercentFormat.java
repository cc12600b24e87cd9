package org.steward.core.config.schema;

/**
 * Python's {@code text % mapping} for Strings and Integers: {@code %(name)s}, {@code %(number)02d}
 * and the like, {@code %%} for a percent sign. Of the conversions, those for floating point and the
 * two that show Python's own notation are left out: no name here stands for anything they would
 * suit.
 */
final class PercentFormat {
  private static final String FLAGS = "#0- +";
  private static final String LENGTH_MODIFIERS = "hlL";
  private static final String LONE = "expected %% for a percent sign, or %(name)s";

  private final String text;
  private final Names names;
  private final StringBuilder out = new StringBuilder();
  private int position;

  private PercentFormat(String text, Names names) {
    this.text = text;
    this.names = names;
  }

  /** What names stand for. */
  @FunctionalInterface
  interface Names {
    /** A String or an Integer. */
    Object get(String name) throws BadValueException;
  }

  static String format(String text, Names names) throws BadValueException {
    return text.indexOf('%') < 0 ? text : new PercentFormat(text, names).run();
  }

  private String run() throws BadValueException {
    while (position < text.length()) {
      char c = text.charAt(position++);
      if (c == '%') {
        conversion();
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private void conversion() throws BadValueException {
    if (peek() == '%') {
      position++;
      out.append('%');
      return;
    }
    Object value = peek() == '(' ? names.get(name()) : null;
    String flags = run(FLAGS);
    int width = number();
    int precision = -1;
    if (peek() == '.') {
      position++;
      precision = number();
    }
    run(LENGTH_MODIFIERS);
    char kind = peek();
    position++;
    if (value == null) {
      throw new BadValueException(LONE);
    }
    out.append(new Conversion(flags, width, precision, kind).apply(value));
  }

  /** The text between balanced parentheses. */
  private String name() throws BadValueException {
    int start = ++position;
    for (int depth = 1; depth > 0; position++) {
      switch (peek()) {
        case '(' -> depth++;
        case ')' -> depth--;
        default -> {}
      }
    }
    return text.substring(start, position - 1);
  }

  private String run(String characters) {
    int start = position;
    while (position < text.length() && characters.indexOf(text.charAt(position)) >= 0) {
      position++;
    }
    return text.substring(start, position);
  }

  private int number() throws BadValueException {
    String digits = run("0123456789");
    if (digits.length() > 4) {
      throw new BadValueException("expected a width of at most 4 digits");
    }
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  private char peek() throws BadValueException {
    if (position >= text.length()) {
      throw new BadValueException(LONE);
    }
    return text.charAt(position);
  }
}
