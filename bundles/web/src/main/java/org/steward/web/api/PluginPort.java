package org.steward.web.api;

import java.util.List;
import org.steward.api.plugin.PluginInfo;
import org.steward.web.stream.Source;

/** What is known of plugins. Safe on any thread. */
public interface PluginPort {
  /** Nothing. */
  PluginPort NONE =
      new PluginPort() {
        @Override
        public List<PluginInfo> plugins() {
          return List.of();
        }

        @Override
        public List<Link> links() {
          return List.of();
        }

        @Override
        public Source.Subscription onMore(Runnable wake) {
          return () -> {};
        }
      };

  /**
   * A page a plugin offers.
   *
   * @param path where it is on this server
   */
  record Link(String title, String path) {}

  /** All plugins, by name. */
  List<PluginInfo> plugins();

  /** The pages plugins offer, by title. */
  List<Link> links();

  /** Has a callback run whenever a page came or went. */
  Source.Subscription onMore(Runnable wake);
}
