package org.steward.core.config.reader;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.steward.core.config.Account;
import org.steward.core.config.SocketConfig;
import org.steward.core.config.schema.BadValueException;
import org.steward.core.config.schema.GroupOptions;
import org.steward.core.config.schema.HostPort;
import org.steward.core.config.schema.ProgramOptions;
import org.steward.core.config.schema.SystemTypes;

/** Reads the listening socket of a {@code [fcgi-program:x]}. */
final class FcgiSocketReader {
  private static final String UNIX = "unix://";
  private static final Pattern TCP = Pattern.compile("tcp://([^\\s:]+):([0-9]{1,5})");
  private static final int PRIVATE = 0700;
  private static final int MAX_PORT = 65535;

  private final Context context;

  FcgiSocketReader(Context context) {
    this.context = context;
  }

  /** The socket, empty with a problem where there is none. */
  Optional<SocketConfig> read(SectionValues values) {
    Integer backlog = values.find(GroupOptions.SOCKET_BACKLOG);
    String url = values.require(GroupOptions.SOCKET_URL);
    if (url == null) {
      return Optional.empty();
    }
    if (url.startsWith(UNIX)) {
      return unix(values, url.substring(UNIX.length()), backlog);
    }
    rejectUnixOnly(values);
    return tcp(values, url, backlog);
  }

  private Optional<SocketConfig> unix(
      SectionValues values, String path, @Nullable Integer backlog) {
    if (!path.startsWith("/")) {
      values.reject(GroupOptions.SOCKET_URL, "expected an absolute path after " + UNIX);
      return Optional.empty();
    }
    Integer mode = values.find(GroupOptions.SOCKET_MODE);
    SocketConfig.Owner owner = values.find(GroupOptions.SOCKET_OWNER);
    try {
      return Optional.of(
          new SocketConfig.Unix(
              SystemTypes.PATH.parse(path, context.host()).toString(),
              owner == null ? ownerOfProgram(values) : owner,
              mode == null ? PRIVATE : mode,
              backlog));
    } catch (BadValueException e) {
      values.reject(GroupOptions.SOCKET_URL, e.getMessage());
      return Optional.empty();
    }
  }

  private SocketConfig.@Nullable Owner ownerOfProgram(SectionValues values) {
    Account user = values.find(ProgramOptions.USER);
    return user == null || user.uid() == context.host().uid()
        ? null
        : new SocketConfig.Owner(user.uid(), user.gid());
  }

  private static void rejectUnixOnly(SectionValues values) {
    if (values.find(GroupOptions.SOCKET_OWNER) != null) {
      values.reject(GroupOptions.SOCKET_OWNER, "expected only with a unix:// socket");
    }
    if (values.find(GroupOptions.SOCKET_MODE) != null) {
      values.reject(GroupOptions.SOCKET_MODE, "expected only with a unix:// socket");
    }
  }

  private static Optional<SocketConfig> tcp(
      SectionValues values, String url, @Nullable Integer backlog) {
    Matcher matcher = TCP.matcher(url);
    if (!matcher.matches()) {
      values.reject(
          GroupOptions.SOCKET_URL, "expected tcp://host:port or unix:///path, not \"" + url + '"');
      return Optional.empty();
    }
    HostPort at =
        new HostPort(matcher.group(1).toLowerCase(Locale.ROOT), Integer.parseInt(matcher.group(2)));
    if (at.port() < 1 || at.port() > MAX_PORT) {
      values.reject(GroupOptions.SOCKET_URL, "expected a port from 1 to " + MAX_PORT);
      return Optional.empty();
    }
    return Optional.of(new SocketConfig.Tcp(at.host(), at.port(), backlog));
  }
}
