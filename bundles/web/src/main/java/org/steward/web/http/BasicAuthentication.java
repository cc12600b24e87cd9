package org.steward.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.steward.api.http.HttpServerSettings.Credentials;
import org.steward.api.http.Role;

/**
 * HTTP Basic authentication for one socket. Immutable; safe on any thread.
 *
 * <p>Passwords are configured in clear text or as {@code {SHA}} and the hex digest. Comparison
 * takes the same time wherever the first difference is, and a wrong name costs as much as a wrong
 * password.
 */
public final class BasicAuthentication {
  private static final String SCHEME = "basic ";
  private static final String DIGEST_MARK = "{SHA}";

  private final @Nullable Credentials credentials;

  /**
   * @param credentials the one user who may pass, null where everybody may
   */
  public BasicAuthentication(@Nullable Credentials credentials) {
    this.credentials = credentials;
  }

  /** Whether clients must say who they are. */
  public boolean isRequired() {
    return credentials != null;
  }

  /**
   * Decides on one request.
   *
   * @param authorization the request's Authorization header, null if it has none
   * @return who sends it, null if the request is not to be answered
   */
  public @Nullable Visitor visitor(@Nullable String authorization) {
    Credentials expected = credentials;
    if (expected == null) {
      return Visitor.UNASKED;
    }
    String given = authorization == null ? null : decode(authorization);
    int colon = given == null ? -1 : given.indexOf(':');
    if (given == null || colon < 0) {
      return null;
    }
    boolean name = same(expected.username(), given.substring(0, colon));
    boolean password = passwordMatches(expected.password(), given.substring(colon + 1));
    return name & password ? new Visitor(expected.username(), Role.ADMIN) : null;
  }

  private static @Nullable String decode(String authorization) {
    if (!authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return null;
    }
    try {
      // The lenient decoder, as old clients break long values into lines.
      byte[] bytes = Base64.getMimeDecoder().decode(authorization.substring(SCHEME.length()));
      return new String(bytes, UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  private static boolean passwordMatches(String expected, String given) {
    return expected.startsWith(DIGEST_MARK)
        ? same(expected.substring(DIGEST_MARK.length()).toLowerCase(Locale.ROOT), sha1(given))
        : same(expected, given);
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(given.getBytes(UTF_8), expected.getBytes(UTF_8));
  }

  private static String sha1(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-1", e);
    }
  }
}
