package org.steward.core.config.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.steward.api.http.Role;
import org.steward.core.spi.http.HttpServerSettings.User;

/** Who may use a socket: one user a line, {@code name role password}. */
final class Users {
  private static final String EXPECTED =
      "expected \"name role password\", with one of the roles read, operate and admin";
  private static final String SHA = "{SHA}";
  private static final String PBKDF2 = "$pbkdf2-";
  private static final Pattern SHA_HASH = Pattern.compile("\\{SHA}[0-9a-fA-F]{40}");
  private static final Pattern PBKDF2_HASH =
      Pattern.compile("\\$pbkdf2-sha256\\$[1-9]\\d{0,7}\\$[./A-Za-z0-9]{1,86}\\$[./A-Za-z0-9]{43}");

  static final ValueType<List<User>> TYPE =
      new ValueType<>(
          "users",
          "Users, one a line: a name, one of the roles `read`, `operate` and `admin`, and the"
              + " password, with spaces between. A _password_ is as there.",
          (text, host) -> parse(text));

  static final ValueType<String> PASSWORD =
      new ValueType<>(
          "password",
          "Plain text; `{SHA}` and its SHA-1 in hexadecimal; or what `supervisorctl hash_password`"
              + " prints.",
          (text, host) -> checkedAsOne(text));

  private Users() {}

  /** Never repeats what is written: any part of a wrong line may be a password. */
  private static List<User> parse(String text) throws BadValueException {
    List<User> users = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String line : text.lines().map(String::strip).filter(s -> !s.isEmpty()).toList()) {
      String[] parts = line.split("\\s+", 3);
      int number = users.size() + problems.size() + 1;
      Role role = parts.length < 3 ? null : role(parts[1]);
      String problem = role == null ? EXPECTED : problem(parts[0], names.add(parts[0]), parts[2]);
      if (role == null || problem != null) {
        problems.add("user " + number + ": " + problem);
      } else {
        users.add(new User(parts[0], parts[2], role));
      }
    }
    if (!problems.isEmpty()) {
      throw new BadValueException(String.join("; ", problems));
    }
    return List.copyOf(users);
  }

  private static @Nullable String problem(String name, boolean isNew, String password) {
    if (name.indexOf(':') >= 0) {
      return "expected a name without ':'";
    }
    if (!isNew) {
      return "expected another name: there is one before";
    }
    return isHashAsItShouldBe(password, SHA, SHA_HASH)
            && isHashAsItShouldBe(password, PBKDF2, PBKDF2_HASH)
        ? null
        : "the password begins as a hash does and is none: expected {SHA} and 40 hexadecimal"
            + " digits, or what supervisorctl hash_password prints";
  }

  private static boolean isHashAsItShouldBe(String password, String mark, Pattern form) {
    return !password.startsWith(mark) || form.matcher(password).matches();
  }

  private static @Nullable Role role(String label) {
    for (Role role : Role.values()) {
      if (role.label().equals(label)) {
        return role;
      }
    }
    return null;
  }

  /** Of the old option, what Supervisor takes is taken, be it a password nobody can give. */
  private static String checkedAsOne(String password) throws BadValueException {
    if (!isHashAsItShouldBe(password, PBKDF2, PBKDF2_HASH)) {
      throw new BadValueException("expected what supervisorctl hash_password prints");
    }
    return password;
  }
}
