package org.steward.core.config.schema;

import java.util.Locale;

/**
 * One conversion of a {@link PercentFormat}.
 *
 * @param flags any of {@code #0- +}
 * @param width least number of characters
 * @param precision least number of digits or most characters, -1 where not given
 * @param kind the letter
 */
record Conversion(String flags, int width, int precision, char kind) {
  String apply(Object value) throws BadValueException {
    return switch (kind) {
      case 's' -> padded("", cut(value.toString()), false);
      case 'd', 'i', 'u' -> integer(value, 10, "");
      case 'x' -> integer(value, 16, "0x");
      case 'X' -> integer(value, 16, "0X").toUpperCase(Locale.ROOT);
      case 'o' -> integer(value, 8, "0o");
      default ->
          throw new BadValueException(
              "expected a conversion s, d, i, u, x, X or o, not "
                  + kind
                  + "; %% is a percent sign");
    };
  }

  private String cut(String text) {
    return precision < 0 || text.codePointCount(0, text.length()) <= precision
        ? text
        : text.substring(0, text.offsetByCodePoints(0, precision));
  }

  private String integer(Object value, int radix, String prefix) throws BadValueException {
    if (!(value instanceof Integer number)) {
      throw new BadValueException("expected a number for %" + kind + ", not text; use s");
    }
    long magnitude = Math.abs(number.longValue());
    String digits = Long.toString(magnitude, radix);
    String zeros = "0".repeat(Math.max(0, precision - digits.length()));
    String marked = sign(number) + (has('#') ? prefix : "");
    return padded(marked, zeros + digits, has('0'));
  }

  private String sign(int number) {
    if (number < 0) {
      return "-";
    }
    if (has('+')) {
      return "+";
    }
    return has(' ') ? " " : "";
  }

  private String padded(String head, String tail, boolean withZeros) {
    int missing = Math.max(0, width - head.length() - tail.codePointCount(0, tail.length()));
    if (has('-')) {
      return head + tail + " ".repeat(missing);
    }
    return withZeros ? head + "0".repeat(missing) + tail : " ".repeat(missing) + head + tail;
  }

  private boolean has(char flag) {
    return flags.indexOf(flag) >= 0;
  }
}
