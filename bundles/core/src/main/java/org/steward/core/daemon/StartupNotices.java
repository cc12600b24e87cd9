package org.steward.core.daemon;

import java.util.List;
import org.steward.core.config.Configuration;
import org.steward.core.config.ExtensionSection;
import org.steward.core.config.HttpServerConfig;
import org.steward.core.output.ActivityLog;

/** What the activity log says first: what was noticed before there was a log. */
final class StartupNotices {
  private StartupNotices() {}

  static void write(Configuration configuration, List<String> notes, ActivityLog log) {
    for (Configuration.Notice notice : configuration.notices()) {
      log.log(notice.level(), notice.text());
    }
    notes.forEach(log::info);
    for (ExtensionSection section : configuration.extensions()) {
      if (section.kind().equals("rpcinterface")) {
        log.info("RPC interface '" + section.name() + "' initialized");
      }
    }
    for (HttpServerConfig server : configuration.servers()) {
      if (server.username() == null) {
        String kind =
            server instanceof HttpServerConfig.Unix ? "unix_http_server" : "inet_http_server";
        log.critical("Server '" + kind + "' running without any HTTP authentication checking");
      }
    }
  }
}
