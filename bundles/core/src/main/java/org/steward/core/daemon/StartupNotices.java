package org.steward.core.daemon;

import java.util.List;
import org.steward.core.config.Account;
import org.steward.core.config.Configuration;
import org.steward.core.config.ExtensionSection;
import org.steward.core.output.ActivityLog;
import org.steward.core.spi.http.HttpServerSettings;

/** What the activity log says first: what was noticed before there was a log. */
final class StartupNotices {
  /** What Supervisor's own sample names in {@code [rpcinterface:supervisor]}. */
  private static final String MAIN_FACTORY = "supervisor.rpcinterface:make_main_rpcinterface";

  private StartupNotices() {}

  /**
   * Writes them in the order of Supervisor's log.
   *
   * @param asRoot whether the daemon runs as root
   * @param notes what was done to the process before
   */
  static void write(
      Configuration configuration, boolean asRoot, List<String> notes, ActivityLog log) {
    Account user = configuration.supervisord().user();
    if (user == null && asRoot) {
      log.critical(
          "running as root, as no user is configured; if that is meant, say so with user=root in"
              + " [supervisord]");
    }
    for (Configuration.Notice notice : configuration.notices()) {
      log.log(notice.level(), notice.text());
    }
    if (user != null) {
      log.info("Set uid to user " + user.uid() + " succeeded");
    }
    notes.forEach(log::info);
    for (ExtensionSection section : configuration.extensions()) {
      if (isBuiltIn(section)) {
        log.info("RPC interface '" + section.name() + "' initialized");
      }
    }
    for (HttpServerSettings server : configuration.servers()) {
      if (server.users().isEmpty()) {
        log.critical(
            "Server '" + server.section() + "' running without any HTTP authentication checking");
      }
    }
  }

  /** Of other namespaces the plugin bundle tells, once it knows whether they are there. */
  private static boolean isBuiltIn(ExtensionSection section) {
    return section.kind().equals("rpcinterface")
        && MAIN_FACTORY.equals(section.values().get("supervisor.rpcinterface_factory"));
  }
}
