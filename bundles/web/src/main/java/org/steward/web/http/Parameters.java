package org.steward.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a page, from its query and from a posted form.
 *
 * <p>By Supervisor's rules: empty values count as absent, of a name given twice in the query the
 * first counts, and a posted form overrides the query. A percent sign that starts no escape stands
 * for itself, and bytes that are not UTF-8 for U+FFFD.
 */
public final class Parameters {
  private final Map<String, String> values = new HashMap<>();

  private Parameters() {}

  /**
   * Parses parameters.
   *
   * @param query the query without its question mark, null if there is none
   * @param form the body of a posted form, empty if there is none
   */
  public static Parameters of(@Nullable String query, String form) {
    Parameters parameters = new Parameters();
    if (query != null) {
      parameters.addAll(query, false);
    }
    parameters.addAll(form, true);
    return parameters;
  }

  /** The value of a parameter, null if there is none. */
  public @Nullable String get(String name) {
    return values.get(name);
  }

  private void addAll(String text, boolean override) {
    for (String pair : text.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0 && equals < pair.length() - 1) {
        add(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)), override);
      }
    }
  }

  private void add(String name, String value, boolean override) {
    if (override) {
      values.put(name, value);
    } else {
      values.putIfAbsent(name, value);
    }
  }

  /** Decodes one percent-encoded name or value; a plus sign is a space. */
  static String decode(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    byte[] in = text.getBytes(UTF_8);
    for (int i = 0; i < in.length; i++) {
      int escaped = in[i] == '%' && i + 2 < in.length ? hex(in[i + 1], in[i + 2]) : -1;
      if (escaped >= 0) {
        out.write(escaped);
        i += 2;
      } else {
        out.write(in[i] == '+' ? ' ' : in[i]);
      }
    }
    return out.toString(UTF_8);
  }

  private static int hex(byte high, byte low) {
    int h = Character.digit(high, 16);
    int l = Character.digit(low, 16);
    return h < 0 || l < 0 ? -1 : h << 4 | l;
  }
}
