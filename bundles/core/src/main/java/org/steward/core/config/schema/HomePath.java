package org.steward.core.config.schema;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.steward.core.config.Account;
import org.steward.core.config.Host;

/** Paths that may start with {@code ~} or {@code ~user}. */
final class HomePath {
  private HomePath() {}

  /** The path with its home directory filled in; unchanged where there is no such user. */
  static String expand(String path, Host host) {
    if (!path.startsWith("~")) {
      return path;
    }
    int slash = path.indexOf('/');
    int end = slash < 0 ? path.length() : slash;
    String home = home(path.substring(1, end), host);
    if (home.isEmpty()) {
      return path;
    }
    String expanded = home.replaceFirst("/+$", "") + path.substring(end);
    return expanded.isEmpty() ? "/" : expanded;
  }

  private static String home(String user, Host host) {
    if (!user.isEmpty()) {
      return host.accounts().byName(user).map(Account::home).orElse("");
    }
    String home = host.environment().get("HOME");
    return home != null ? home : host.accounts().byUid(host.uid()).map(Account::home).orElse("");
  }

  /** Whether there is a directory, seen from where the supervisor was started. */
  static boolean isDirectory(String path, Host host) {
    try {
      return Files.isDirectory(host.directory().resolve(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** What precedes the last component, as {@code os.path.dirname} has it. */
  static String parentOf(String path) {
    int slash = path.lastIndexOf('/');
    String parent = path.substring(0, slash + 1);
    String trimmed = parent.replaceFirst("/+$", "");
    return trimmed.isEmpty() ? parent : trimmed;
  }

  /** The absolute path without {@code .} and {@code ..}. */
  static Path absolute(String path, Host host) throws BadValueException {
    try {
      return host.directory().resolve(path).normalize();
    } catch (InvalidPathException e) {
      throw new BadValueException("expected a path that this system's locale can spell");
    }
  }
}
