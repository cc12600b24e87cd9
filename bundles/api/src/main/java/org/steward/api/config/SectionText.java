package org.steward.api.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of a section's values, as Supervisor spells them. */
final class SectionText {
  private SectionText() {}

  /** True, false, or null where it is neither. */
  static @Nullable Boolean flag(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "t", "y", "1" -> Boolean.TRUE;
      case "false", "no", "off", "f", "n", "0" -> Boolean.FALSE;
      default -> null;
    };
  }

  /** A number of bytes, as {@code 4096}, {@code 64KB}, {@code 2MB} or {@code 1GB}. */
  static long bytes(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    int shift =
        upper.endsWith("KB") ? 10 : upper.endsWith("MB") ? 20 : upper.endsWith("GB") ? 30 : 0;
    String digits = shift == 0 ? upper : upper.substring(0, upper.length() - 2).strip();
    return Math.multiplyExact(Long.parseLong(digits), 1L << shift);
  }

  /** Whether the value of a key is not to be shown. */
  static boolean isSecret(String key) {
    return key.contains("password") || key.contains("secret") || key.contains("token");
  }
}
