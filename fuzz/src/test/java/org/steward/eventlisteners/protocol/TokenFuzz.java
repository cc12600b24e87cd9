package org.steward.eventlisteners.protocol;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** What a listener writes: lines are found alike wherever they are torn apart. */
public final class TokenFuzz {
  private TokenFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    int size = 1 + (input[0] & 0xf);
    byte[] text = Arrays.copyOfRange(input, 1, input.length);
    byte[] whole = lines(text, text.length + 1);
    byte[] torn = lines(text, size);
    if (!Arrays.equals(whole, torn)) {
      throw new IllegalStateException(Arrays.toString(whole) + " is not " + Arrays.toString(torn));
    }
  }

  private static byte[] lines(byte[] text, int size) {
    TokenBuffer buffer = new TokenBuffer();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at < text.length; at += size) {
      buffer.append(Arrays.copyOfRange(text, at, Math.min(at + size, text.length)));
      for (byte[] line = buffer.takeLine(); line != null; line = buffer.takeLine()) {
        out.writeBytes(line);
        out.write(ResultLine.length(line));
        out.writeBytes(ResultLine.shown(line).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    out.writeBytes(buffer.take(buffer.size()));
    return out.toByteArray();
  }
}
