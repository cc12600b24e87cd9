package org.steward.core.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.steward.api.process.ProcessId;
import org.steward.core.config.ini.IniSection;
import org.steward.core.spi.http.HttpServerSettings;

/**
 * One complete, valid configuration.
 *
 * @param file the main file
 * @param supervisord the daemon's own settings
 * @param servers the sockets for clients
 * @param groups the groups by priority, then by name; no two of the same name
 * @param sections the section each process is configured in
 * @param extensions sections of plugins
 * @param notices what the user should be told once there is a log: warnings, then notes, each in
 *     the order found
 */
public record Configuration(
    Path file,
    SupervisordConfig supervisord,
    List<HttpServerSettings> servers,
    List<GroupConfig> groups,
    Map<ProcessId, IniSection> sections,
    List<ExtensionSection> extensions,
    List<Notice> notices) {
  /** Takes immutable copies. */
  public Configuration {
    servers = List.copyOf(servers);
    groups = List.copyOf(groups);
    sections = Map.copyOf(sections);
    extensions = List.copyOf(extensions);
    notices = List.copyOf(notices);
  }

  /** The same without telling where its processes are configured. */
  public Configuration withoutSections() {
    return new Configuration(file, supervisord, servers, groups, Map.of(), extensions, notices);
  }

  /** Something to be written to the activity log. */
  public record Notice(LogLevel level, String text) {}
}
