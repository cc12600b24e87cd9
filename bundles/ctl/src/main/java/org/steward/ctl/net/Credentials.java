package org.steward.ctl.net;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A user and a password for basic authentication; used if both are there.
 *
 * @param username the user, or null
 * @param password the password, or null
 */
public record Credentials(@Nullable String username, @Nullable String password) {

  /** {@return the header line with its end, or nothing} */
  String header() {
    if (username == null || password == null) {
      return "";
    }
    byte[] text = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(text) + "\r\n";
  }

  /** Keeps the password out of logs and messages. */
  @Override
  public String toString() {
    return "Credentials of " + username;
  }
}
