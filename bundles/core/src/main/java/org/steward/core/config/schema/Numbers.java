package org.steward.core.config.schema;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.steward.core.config.ini.PythonText;

/** Numbers as Python's {@code int} reads them: with white space, a sign and single underscores. */
final class Numbers {
  private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+(_[0-9]+)*");
  private static final Pattern OCTAL = Pattern.compile("[+-]?(0[oO]_?)?[0-7]+(_[0-7]+)*");
  private static final Map<String, Integer> SHIFTS = Map.of("kb", 10, "mb", 20, "gb", 30);

  private Numbers() {}

  /** An integer; beyond 32 bits, the nearest that fits. */
  static int integer(String text) throws BadValueException {
    BigInteger exact = decimal(text, "an integer");
    BigInteger bound = BigInteger.valueOf(Integer.MAX_VALUE);
    return exact.min(bound).max(bound.negate()).intValue();
  }

  /** An integer of a range. */
  static int integer(String text, int least, int most) throws BadValueException {
    String expected = "an integer from " + least + " to " + most;
    BigInteger value = decimal(text, expected);
    if (value.compareTo(BigInteger.valueOf(least)) < 0
        || value.compareTo(BigInteger.valueOf(most)) > 0) {
      throw new BadValueException("expected " + expected);
    }
    return value.intValue();
  }

  /** A number of bytes with its unit; beyond 64 bits, the nearest that fits. */
  static long bytes(String text) throws BadValueException {
    String lower = text.toLowerCase(Locale.ROOT);
    String unit = lower.substring(Math.max(0, lower.length() - 2));
    int shift = SHIFTS.getOrDefault(unit, 0);
    String number = shift == 0 ? lower : lower.substring(0, lower.length() - 2);
    BigInteger exact = decimal(number, "a number of bytes such as 1024, 50MB or 1GB");
    BigInteger bound = BigInteger.valueOf(Long.MAX_VALUE);
    return exact.shiftLeft(shift).min(bound).max(bound.negate()).longValue();
  }

  /** A file mode or mask. */
  static int octal(String text) throws BadValueException {
    String stripped = PythonText.strip(text);
    if (!OCTAL.matcher(stripped).matches()) {
      throw new BadValueException("expected an octal number such as 022 or 0700");
    }
    BigInteger value = new BigInteger(stripped.replaceAll("[oO_]", ""), 8);
    if (value.bitLength() > 12 || value.signum() < 0) {
      throw new BadValueException("expected an octal number from 0 to 7777");
    }
    return value.intValue();
  }

  /** Whether Python's {@code int} takes the text. */
  static boolean isDecimal(String text) {
    return DECIMAL.matcher(PythonText.strip(text)).matches();
  }

  private static BigInteger decimal(String text, String expected) throws BadValueException {
    if (!isDecimal(text)) {
      throw new BadValueException("expected " + expected);
    }
    return new BigInteger(PythonText.strip(text).replace("_", ""));
  }
}
