package org.steward.web.api;

import java.util.List;
import org.steward.api.plugin.PluginInfo;

@Doc("The plugins, and the pages they offer.")
record PluginsView(
    @Doc("All plugins, by name.") List<PluginView> plugins,
    @Doc("The pages they offer.") List<LinkView> links) {

  @Doc("One plugin.")
  record PluginView(
      @Doc("The bundle's symbolic name; the file's where there is no bundle.") String name,
      @Doc("The bundle's version, empty where there is no bundle.") String version,
      @Doc("ACTIVE, DEGRADED, WAITING, FAILED, STOPPED or ABSENT.") String state,
      @Doc("Why it is not ACTIVE, each in words.") List<String> reasons,
      @Doc("The file it came from, empty if it came otherwise.") String file) {
    static PluginView of(PluginInfo plugin) {
      return new PluginView(
          plugin.name(), plugin.version(), plugin.state().name(), plugin.reasons(), plugin.file());
    }
  }

  @Doc("A page a plugin offers.")
  record LinkView(@Doc("Its title.") String title, @Doc("Its path on this server.") String path) {}

  static PluginsView of(PluginPort port) {
    return new PluginsView(
        port.plugins().stream().map(PluginView::of).toList(),
        port.links().stream().map(link -> new LinkView(link.title(), link.path())).toList());
  }
}
