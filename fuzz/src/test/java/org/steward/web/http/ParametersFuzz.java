package org.steward.web.http;

import java.nio.charset.StandardCharsets;

/** The query of an address and the body of a form. */
public final class ParametersFuzz {
  private ParametersFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    int half = text.length() / 2;
    Parameters.of(text, "").get("action");
    Parameters.of(text.substring(0, half), text.substring(half)).get("action");
  }
}
