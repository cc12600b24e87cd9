package org.steward.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.steward.core.spi.http.HttpServerSettings.User;

/**
 * HTTP Basic authentication for one socket. Immutable; safe on any thread.
 *
 * <p>Neither the time a refusal takes nor anything else about it tells whether there is a user of
 * that name.
 */
public final class BasicAuthentication {
  private static final String SCHEME = "basic ";

  private final List<Account> accounts;
  private final @Nullable Password costly;

  /** A user with the parts of its password. */
  private record Account(Visitor visitor, byte[] name, Password password) {}

  /** What a client says of itself. */
  record Given(String name, String password) {}

  /**
   * @param users those who may pass; everybody may where there are none
   */
  public BasicAuthentication(List<User> users) {
    this.accounts = users.stream().map(BasicAuthentication::account).toList();
    this.costly =
        accounts.stream()
            .map(Account::password)
            .filter(Password::isCostly)
            .findFirst()
            .orElse(null);
  }

  private static Account account(User user) {
    return new Account(
        new Visitor(user.name(), user.role()),
        user.name().getBytes(UTF_8),
        Password.of(user.password()));
  }

  /** Whether clients must say who they are. */
  public boolean isRequired() {
    return !accounts.isEmpty();
  }

  /** Whether {@link #visitor} may take so long that it must not run on a thread of the server's. */
  boolean isCostly() {
    return costly != null;
  }

  /** What a request's Authorization header says, null if it is none of Basic authentication. */
  static @Nullable Given given(@Nullable String authorization) {
    String pair = authorization == null ? null : decode(authorization);
    int colon = pair == null ? -1 : pair.indexOf(':');
    return pair == null || colon < 0
        ? null
        : new Given(pair.substring(0, colon), pair.substring(colon + 1));
  }

  /** The user who is so called and has that password, null if there is none. */
  @Nullable Visitor visitor(Given given) {
    byte[] name = given.name().getBytes(UTF_8);
    Account found = null;
    for (Account account : accounts) {
      if (MessageDigest.isEqual(name, account.name())) {
        found = account;
      }
    }
    if (found != null && found.password().matches(given.password())) {
      return found.visitor();
    }
    if (costly != null && (found == null || !found.password().isCostly())) {
      costly.matches(given.password()); // for the time it takes
    }
    return null;
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
}
