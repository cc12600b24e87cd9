package org.steward.core.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a child finds around itself.
 *
 * @param user the account it runs as, null for the supervisor's own
 * @param umask its file mode mask, null for the supervisor's own
 * @param directory its working directory, null for the supervisor's own
 * @param environment variables added to the supervisor's own, in order
 * @param serverUrl value of SUPERVISOR_SERVER_URL, null for the supervisor's own server
 */
public record Surroundings(
    @Nullable Account user,
    @Nullable Integer umask,
    @Nullable String directory,
    Map<String, String> environment,
    @Nullable String serverUrl) {
  /** Keeps the order given. */
  public Surroundings {
    environment = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(environment));
  }
}
