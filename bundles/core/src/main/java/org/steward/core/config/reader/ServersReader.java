package org.steward.core.config.reader;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.steward.api.http.Role;
import org.steward.core.config.SocketConfig;
import org.steward.core.config.ini.IniDocument;
import org.steward.core.config.ini.IniSection;
import org.steward.core.config.schema.HostPort;
import org.steward.core.config.schema.Option;
import org.steward.core.config.schema.SectionKind;
import org.steward.core.config.schema.ServerOptions;
import org.steward.core.spi.http.HttpServerSettings;
import org.steward.core.spi.http.HttpServerSettings.Inet;
import org.steward.core.spi.http.HttpServerSettings.Unix;
import org.steward.core.spi.http.HttpServerSettings.User;
import org.steward.core.spi.http.TlsException;
import org.steward.core.spi.http.TlsFiles;

/** Reads the sections of sockets for clients: first TCP, then UNIX, each in order of appearance. */
final class ServersReader {
  /** Of {@code sun_path}, without its end. */
  private static final int LONGEST_SOCKET_PATH = 107;

  private final Context context;

  ServersReader(Context context) {
    this.context = context;
  }

  List<HttpServerSettings> read(IniDocument document) {
    List<HttpServerSettings> servers = new ArrayList<>();
    sections(document, SectionKind.INET_HTTP_SERVER)
        .forEach(section -> inet(context.values(section)).ifPresent(servers::add));
    sections(document, SectionKind.UNIX_HTTP_SERVER)
        .forEach(section -> unix(context.values(section)).ifPresent(servers::add));
    return servers;
  }

  private static List<IniSection> sections(IniDocument document, SectionKind kind) {
    return document.sections().stream()
        .filter(section -> SectionKind.of(section.name()).equals(Optional.of(kind)))
        .toList();
  }

  private static Optional<HttpServerSettings> inet(SectionValues values) {
    HostPort address = values.require(ServerOptions.PORT);
    List<User> users = users(values);
    List<String> hosts = values.get(ServerOptions.HOSTS);
    TlsFiles tls = tls(values);
    return Optional.ofNullable(address)
        .map(at -> new Inet(at.host(), at.port(), users, hosts, tls));
  }

  private static Optional<HttpServerSettings> unix(SectionValues values) {
    Path file = values.require(ServerOptions.FILE);
    if (file != null && file.toString().getBytes(UTF_8).length > LONGEST_SOCKET_PATH) {
      values.reject(
          ServerOptions.FILE,
          "expected a path of at most "
              + LONGEST_SOCKET_PATH
              + " bytes, as no client can connect to a longer one");
    }
    List<User> users = users(values);
    int mode = values.get(ServerOptions.CHMOD);
    SocketConfig.Owner owner = values.find(ServerOptions.CHOWN);
    int uid = owner == null ? -1 : owner.uid();
    int gid = owner == null ? -1 : owner.gid();
    return Optional.ofNullable(file).map(path -> new Unix(path.toString(), mode, uid, gid, users));
  }

  private static List<User> users(SectionValues values) {
    List<User> users = new ArrayList<>();
    String name = values.find(ServerOptions.USERNAME);
    String password = values.find(ServerOptions.PASSWORD);
    boolean named = isSet(values, ServerOptions.USERNAME);
    boolean guarded = isSet(values, ServerOptions.PASSWORD);
    if (named && !guarded) {
      values.reject(ServerOptions.USERNAME, "expected a password with it");
    } else if (guarded && !named) {
      values.reject(ServerOptions.PASSWORD, "expected a username with it");
    } else if (name != null && password != null) {
      users.add(new User(name, password, Role.ADMIN));
    }
    List<User> more = values.get(ServerOptions.USERS);
    if (more.stream().anyMatch(user -> user.name().equals(name))) {
      values.reject(ServerOptions.USERS, "expected other names than that of username");
    }
    users.addAll(more);
    return users;
  }

  /** Reads the files too, so that what is wrong with them is known before they are needed. */
  private static @Nullable TlsFiles tls(SectionValues values) {
    Path certificates = values.find(ServerOptions.CERTFILE);
    Path key = values.find(ServerOptions.KEYFILE);
    Path authorities = values.find(ServerOptions.CLIENT_CA);
    if (certificates == null || key == null) {
      requireBoth(values);
      return null;
    }
    TlsFiles files = new TlsFiles(certificates, key, authorities);
    try {
      files.identity();
      files.authorities();
    } catch (TlsException e) {
      Option<?> option =
          e.file().equals(certificates)
              ? ServerOptions.CERTFILE
              : e.file().equals(key) ? ServerOptions.KEYFILE : ServerOptions.CLIENT_CA;
      values.reject(option, e.reason());
    }
    return files;
  }

  private static void requireBoth(SectionValues values) {
    boolean certified = isSet(values, ServerOptions.CERTFILE);
    boolean keyed = isSet(values, ServerOptions.KEYFILE);
    if (certified && !keyed) {
      values.reject(ServerOptions.CERTFILE, "expected a keyfile with it");
    } else if (keyed && !certified) {
      values.reject(ServerOptions.KEYFILE, "expected a certfile with it");
    } else if (!certified && isSet(values, ServerOptions.CLIENT_CA)) {
      values.reject(ServerOptions.CLIENT_CA, "expected a certfile and a keyfile with it");
    }
  }

  private static boolean isSet(SectionValues values, Option<?> option) {
    return values.section().get(option.key()) != null;
  }
}
