package org.steward.core.spi.security;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Keeps what looks like a secret from being shown. Better one too many: who may read the file can
 * look it up there.
 */
public final class Secrets {
  /** What stands in a secret's place. */
  public static final String MASK = "••••••";

  private static final Pattern NAME =
      Pattern.compile(
          "(?i).*(pass|pwd|secret|token|key|credential|auth|private|cookie|salt|signature|dsn).*");
  private static final Pattern URL_PASSWORD = Pattern.compile("(://[^/@:\\s]*:)[^/@\\s]+(@)");

  private Secrets() {}

  /** The variables as they may be shown. */
  public static Map<String, String> masked(Map<String, String> environment) {
    Map<String, String> shown = new LinkedHashMap<>();
    environment.forEach((name, value) -> shown.put(name, masked(name, value)));
    return shown;
  }

  /** One value as it may be shown: without it, or without the password within a URL. */
  public static String masked(String name, String value) {
    return NAME.matcher(name).matches()
        ? MASK
        : URL_PASSWORD.matcher(value).replaceAll("$1" + MASK + "$2");
  }
}
