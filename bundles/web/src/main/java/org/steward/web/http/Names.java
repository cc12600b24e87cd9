package org.steward.web.http;

import org.jspecify.annotations.Nullable;
import org.steward.api.process.ProcessId;

/** Names of processes as users write them in URLs. */
public final class Names {
  private Names() {}

  /**
   * The process meant by {@code group:name}, or by {@code name} where its group has the same name;
   * null for {@code group:*} and {@code group:}, which mean several.
   */
  public static @Nullable ProcessId parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return new ProcessId(text, text);
    }
    String name = text.substring(colon + 1);
    return name.isEmpty() || name.equals("*")
        ? null
        : new ProcessId(text.substring(0, colon), name);
  }
}
