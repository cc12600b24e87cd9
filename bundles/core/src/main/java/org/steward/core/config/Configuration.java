package org.steward.core.config;

import java.nio.file.Path;
import java.util.List;
import org.steward.api.http.HttpServerSettings;

/**
 * One complete, valid configuration.
 *
 * @param file the main file
 * @param supervisord the daemon's own settings
 * @param servers the sockets for clients
 * @param groups the groups by priority, then by name; no two of the same name
 * @param extensions sections of plugins
 * @param notices what the user should be told once there is a log: warnings, then notes, each in
 *     the order found
 */
public record Configuration(
    Path file,
    SupervisordConfig supervisord,
    List<HttpServerSettings> servers,
    List<GroupConfig> groups,
    List<ExtensionSection> extensions,
    List<Notice> notices) {
  /** Takes immutable copies. */
  public Configuration {
    servers = List.copyOf(servers);
    groups = List.copyOf(groups);
    extensions = List.copyOf(extensions);
    notices = List.copyOf(notices);
  }

  /** Something to be written to the activity log. */
  public record Notice(LogLevel level, String text) {}
}
