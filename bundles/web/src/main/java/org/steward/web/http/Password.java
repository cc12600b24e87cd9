package org.steward.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as it is configured: clear text, {@code {SHA}} and its SHA-1, or a hash that is costly
 * on purpose, in the form other tools write too: {@code $pbkdf2-sha256$rounds$salt$hash}.
 * Immutable.
 *
 * <p>Comparison takes the same time wherever the first difference is.
 */
sealed interface Password {
  /** Whether it is this one. */
  boolean matches(String given);

  /** Whether finding out takes so long that it must not be done on a thread of the server's. */
  default boolean isCostly() {
    return false;
  }

  /** The password behind the text of the configuration, which has checked its form. */
  static Password of(String configured) {
    if (configured.startsWith(Sha1.MARK)) {
      return new Sha1(configured.substring(Sha1.MARK.length()).toLowerCase(Locale.ROOT));
    }
    if (configured.startsWith(Pbkdf2.MARK)) {
      String[] parts = configured.substring(Pbkdf2.MARK.length()).split("\\$");
      return new Pbkdf2(
          Integer.parseInt(parts[0]), Pbkdf2.decode(parts[1]), Pbkdf2.decode(parts[2]));
    }
    return new Clear(configured);
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(given.getBytes(UTF_8), expected.getBytes(UTF_8));
  }

  /** As it is. */
  record Clear(String text) implements Password {
    @Override
    public boolean matches(String given) {
      return same(text, given);
    }
  }

  /** Its SHA-1, as Supervisor has it. */
  record Sha1(String hex) implements Password {
    static final String MARK = "{SHA}";

    @Override
    public boolean matches(String given) {
      try {
        byte[] digest = MessageDigest.getInstance("SHA-1").digest(given.getBytes(UTF_8));
        return same(hex, HexFormat.of().formatHex(digest));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java runtime has SHA-1", e);
      }
    }
  }

  /** Its PBKDF2 with HMAC-SHA-256. */
  record Pbkdf2(int rounds, byte[] salt, byte[] hash) implements Password {
    static final String MARK = "$pbkdf2-sha256$";

    @Override
    public boolean isCostly() {
      return true;
    }

    @Override
    public boolean matches(String given) {
      if (given.isEmpty()) {
        return false; // for which there is no key
      }
      try {
        PBEKeySpec spec = new PBEKeySpec(given.toCharArray(), salt, rounds, hash.length * 8);
        byte[] derived =
            SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
        return MessageDigest.isEqual(derived, hash);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java runtime has PBKDF2 with SHA-256", e);
      }
    }

    /** Base64 with a dot for the plus and without padding, as this form of hash has it. */
    static byte[] decode(String text) {
      return Base64.getDecoder().decode(text.replace('.', '+'));
    }
  }
}
