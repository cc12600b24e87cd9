package org.steward.core.config.reader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.steward.core.config.HttpServerConfig;
import org.steward.core.config.ini.IniDocument;
import org.steward.core.config.ini.IniSection;
import org.steward.core.config.schema.HostPort;
import org.steward.core.config.schema.SectionKind;
import org.steward.core.config.schema.ServerOptions;

/** Reads the sections of sockets for clients: first TCP, then UNIX, each in order of appearance. */
final class ServersReader {
  private final Context context;

  ServersReader(Context context) {
    this.context = context;
  }

  List<HttpServerConfig> read(IniDocument document) {
    List<HttpServerConfig> servers = new ArrayList<>();
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

  private Optional<HttpServerConfig> inet(SectionValues values) {
    HostPort address = values.require(ServerOptions.PORT);
    Login login = login(values);
    return Optional.ofNullable(address)
        .map(at -> new HttpServerConfig.Inet(at.host(), at.port(), login.name(), login.password()));
  }

  private Optional<HttpServerConfig> unix(SectionValues values) {
    Path file = values.require(ServerOptions.FILE);
    Login login = login(values);
    int mode = values.get(ServerOptions.CHMOD);
    var owner = values.find(ServerOptions.CHOWN);
    return Optional.ofNullable(file)
        .map(
            path ->
                new HttpServerConfig.Unix(
                    path.toString(), mode, owner, login.name(), login.password()));
  }

  /** What clients must give. */
  private record Login(@Nullable String name, @Nullable String password) {}

  private static Login login(SectionValues values) {
    Login login =
        new Login(values.find(ServerOptions.USERNAME), values.find(ServerOptions.PASSWORD));
    boolean named = values.section().get(ServerOptions.USERNAME.key()) != null;
    boolean guarded = values.section().get(ServerOptions.PASSWORD.key()) != null;
    if (named && !guarded) {
      values.reject(ServerOptions.USERNAME, "expected a password with it");
    } else if (guarded && !named) {
      values.reject(ServerOptions.PASSWORD, "expected a username with it");
    }
    return login;
  }
}
