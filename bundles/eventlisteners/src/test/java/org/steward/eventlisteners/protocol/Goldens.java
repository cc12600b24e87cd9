package org.steward.eventlisteners.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;

/** What a real listener of Debian's supervisord 4.2.5 received, one Python literal a line. */
final class Goldens {
  private Goldens() {}

  /** The messages of one recorded story, as Latin-1 text: one character for each byte. */
  static List<String> messages(String story) {
    return lines("supervisor-4.2.5-" + story + ".txt").stream().map(Goldens::literal).toList();
  }

  static List<String> lines(String resource) {
    try (InputStream in = Goldens.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), US_ASCII).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String latin1(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  private static String literal(String line) {
    StringBuilder text = new StringBuilder();
    for (int i = 2; i < line.length() - 1; i++) {
      char c = line.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      c = line.charAt(++i);
      switch (c) {
        case 'n' -> text.append('\n');
        case 't' -> text.append('\t');
        case 'r' -> text.append('\r');
        case 'x' -> {
          text.append((char) HexFormat.fromHexDigits(line, i + 1, i + 3));
          i += 2;
        }
        default -> text.append(c);
      }
    }
    return text.toString();
  }
}
