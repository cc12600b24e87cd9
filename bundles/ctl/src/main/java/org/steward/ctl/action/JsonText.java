package org.steward.ctl.action;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steward.ctl.rpc.Nil;
import org.steward.ctl.rpc.Struct;

/** Writes what XML-RPC can carry as JSON. Bytes become Base64. */
final class JsonText {

  private final StringBuilder text = new StringBuilder();

  private JsonText() {}

  static String of(Object value) {
    JsonText json = new JsonText();
    json.value(value);
    return json.text.toString();
  }

  private void value(@Nullable Object value) {
    if (value instanceof Struct struct) {
      object(struct);
    } else if (value instanceof List<?> items) {
      array(items);
    } else if (value == null || value instanceof Nil) {
      text.append("null");
    } else if (value instanceof Boolean || value instanceof Number) {
      text.append(value);
    } else if (value instanceof byte[] bytes) {
      string(Base64.getEncoder().encodeToString(bytes));
    } else {
      string(value.toString());
    }
  }

  private void object(Struct struct) {
    text.append('{');
    String separator = "";
    for (String name : struct.names()) {
      text.append(separator);
      string(name);
      text.append(':');
      value(struct.get(name));
      separator = ",";
    }
    text.append('}');
  }

  private void array(List<?> items) {
    text.append('[');
    String separator = "";
    for (Object item : items) {
      text.append(separator);
      value(item);
      separator = ",";
    }
    text.append(']');
  }

  private void string(String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"', '\\' -> text.append('\\').append(c);
        case '\n' -> text.append("\\n");
        case '\t' -> text.append("\\t");
        case '\r' -> text.append("\\r");
        default -> {
          if (c < ' ' || Character.isSurrogate(c) && !isPaired(string, i)) {
            escape(c);
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  private static boolean isPaired(String string, int index) {
    return Character.isHighSurrogate(string.charAt(index))
        ? index + 1 < string.length() && Character.isLowSurrogate(string.charAt(index + 1))
        : index > 0 && Character.isHighSurrogate(string.charAt(index - 1));
  }

  private void escape(char c) {
    text.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      text.append(Character.forDigit(c >> shift & 0xF, 16));
    }
  }
}
