package org.steward.core.config.schema;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.steward.core.config.Account;
import org.steward.core.config.Host;
import org.steward.core.config.LogTarget;
import org.steward.core.config.SocketConfig;

/** Types that refer to the machine: its files, users and addresses. */
public final class SystemTypes {
  private static final String SYSLOG = "syslog";

  /** A directory that exists. */
  public static final ValueType<Path> DIRECTORY =
      new ValueType<>(
          "directory",
          "A directory that exists, absolute or seen from where the daemon is started. `~` and"
              + " `~user` mean home directories.",
          SystemTypes::directory);

  /** A file in a directory that exists. */
  public static final ValueType<Path> FILE =
      new ValueType<>(
          "file",
          "A file in a directory that exists, absolute or seen from where the daemon is started."
              + " `~` and `~user` mean home directories.",
          SystemTypes::file);

  /** Any path. */
  public static final ValueType<Path> PATH =
      new ValueType<>(
          "path",
          "A path, absolute or seen from where the daemon is started. `~` and `~user` mean home"
              + " directories.",
          (text, host) -> HomePath.absolute(HomePath.expand(text.strip(), host), host));

  /** The daemon's own log. */
  static final ValueType<String> ACTIVITY_LOG =
      new ValueType<>(
          "file or `syslog`",
          "A _file_, or `syslog`.",
          (text, host) -> text.equals(SYSLOG) ? text : FILE.parse(text, host).toString());

  /** A program's log. */
  public static final ValueType<LogFile> LOG_FILE =
      new ValueType<>(
          "log file",
          "A _file_; `AUTO` for one in `childlogdir` that lives as long as the daemon; `NONE` or"
              + " `OFF` for none. In any case.",
          SystemTypes::logFile);

  /** A user. */
  public static final ValueType<Account> USER =
      new ValueType<>("user", "The name or id of a user that exists.", SystemTypes::user);

  /** A file's owner. */
  public static final ValueType<SocketConfig.Owner> OWNER =
      new ValueType<>(
          "owner",
          "A _user_, or a user and a group separated by a colon, each by name or id.",
          SystemTypes::owner);

  /** A TCP address to listen on. */
  public static final ValueType<HostPort> ADDRESS =
      new ValueType<>(
          "address",
          "`port`, `:port` or `*:port` for all interfaces, `host:port`, or `[IPv6]:port`.",
          (text, host) -> address(text));

  private SystemTypes() {}

  private static Path directory(String text, Host host) throws BadValueException {
    String path = HomePath.expand(text, host);
    if (!HomePath.isDirectory(path, host) || path.isEmpty()) {
      throw new BadValueException("expected a directory that exists");
    }
    return HomePath.absolute(path, host);
  }

  private static Path file(String text, Host host) throws BadValueException {
    if (text.isEmpty()) {
      throw new BadValueException("expected a file");
    }
    return HomePath.absolute(inDirectory(text, host), host);
  }

  private static String inDirectory(String text, Host host) throws BadValueException {
    String path = HomePath.expand(text, host);
    String parent = HomePath.parentOf(path);
    if (!parent.isEmpty() && !HomePath.isDirectory(parent, host)) {
      throw new BadValueException(
          "expected a file in a directory that exists; " + parent + " does not");
    }
    return path;
  }

  private static LogFile logFile(String text, Host host) throws BadValueException {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "", "none", "off" -> new LogFile(new LogTarget.None(), false);
      case "auto" -> new LogFile(new LogTarget.Auto(), false);
      case SYSLOG -> new LogFile(new LogTarget.None(), true);
      default -> new LogFile(new LogTarget.File(inDirectory(text, host)), false);
    };
  }

  private static Account user(String text, Host host) throws BadValueException {
    Optional<Account> account =
        Numbers.isDecimal(text)
            ? host.accounts().byUid(Numbers.integer(text))
            : host.accounts().byName(text);
    return account.orElseThrow(
        () -> new BadValueException("expected the name or id of a user that exists"));
  }

  private static SocketConfig.Owner owner(String text, Host host) throws BadValueException {
    int colon = text.indexOf(':');
    String user = colon < 0 ? text : text.substring(0, colon);
    int gid = colon < 0 ? -1 : group(text.substring(colon + 1), host);
    return new SocketConfig.Owner(user(user, host).uid(), gid);
  }

  private static int group(String text, Host host) throws BadValueException {
    if (Numbers.isDecimal(text) && host.accounts().hasGroup(Numbers.integer(text))) {
      return Numbers.integer(text);
    }
    OptionalInt gid = host.accounts().groupByName(text);
    if (gid.isEmpty()) {
      throw new BadValueException("expected user:group, with a group that exists");
    }
    return gid.getAsInt();
  }

  private static HostPort address(String text) throws BadValueException {
    int colon = text.lastIndexOf(':');
    int port = Numbers.integer(text.substring(colon + 1), 1, 65535);
    String host = text.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    String address = bracketed ? host.substring(1, host.length() - 1) : host;
    return new HostPort(address.equals("*") ? "" : address, port);
  }
}
