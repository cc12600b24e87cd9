package org.steward.core.output;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a program writes: wherever it is torn apart, tags and escape sequences are found alike. */
public final class CaptureFuzz {
  private CaptureFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    int size = 1 + (input[0] & 0xf);
    byte[] text = Arrays.copyOfRange(input, 1, input.length);
    same(captured(text, text.length + 1), captured(text, size));
    same(stripped(text, text.length + 1), stripped(text, size));
  }

  private static void same(byte[] whole, byte[] torn) {
    if (!Arrays.equals(whole, torn)) {
      throw new IllegalStateException("whole: " + text(whole) + "\ntorn:  " + text(torn));
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] captured(byte[] text, int size) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CaptureTags tags =
        new CaptureTags(
            new CaptureTags.Receiver() {
              @Override
              public void text(byte[] bytes, int from, int to) {
                if (from < to) {
                  out.write(bytes, from, to - from);
                }
              }

              @Override
              public void capture(boolean on) {
                out.writeBytes(on ? new byte[] {0, '<'} : new byte[] {0, '>'});
              }
            });
    for (int at = 0; at < text.length; at += size) {
      tags.take(Arrays.copyOfRange(text, at, Math.min(at + size, text.length)));
    }
    tags.end();
    return out.toByteArray();
  }

  private static byte[] stripped(byte[] text, int size) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AnsiStripper stripper = new AnsiStripper();
    for (int at = 0; at < text.length; at += size) {
      out.writeBytes(stripper.strip(text, at, Math.min(at + size, text.length)));
    }
    out.writeBytes(stripper.end());
    return out.toByteArray();
  }
}
