package org.steward.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;

/** Text on its way into URLs. */
public final class Urls {
  private static final String KEPT = "-._~/";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Urls() {}

  /** Percent-encodes all but letters, digits and {@code -._~/}, as Python's {@code quote} does. */
  public static String encode(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(UTF_8)) {
      if (isPlain(b)) {
        out.append((char) b);
      } else {
        out.append('%').append(HEX.toHexDigits(b));
      }
    }
    return out.toString();
  }

  private static boolean isPlain(byte b) {
    return b >= '0' && b <= '9'
        || b >= 'A' && b <= 'Z'
        || b >= 'a' && b <= 'z'
        || KEPT.indexOf(b) >= 0;
  }
}
