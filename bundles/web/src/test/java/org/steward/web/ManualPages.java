package org.steward.web;

import java.util.List;
import org.steward.api.plugin.PluginInfo;
import org.steward.web.api.PluginPort;
import org.steward.web.live.Watchers;
import org.steward.web.stream.Source;

/** Pages that plugins offer, as the test says. */
final class ManualPages implements PluginPort {
  private final Watchers watchers = new Watchers();
  private volatile List<Link> links = List.of();

  void offer(Link... offered) {
    links = List.of(offered);
    watchers.wakeAll();
  }

  @Override
  public List<PluginInfo> plugins() {
    return List.of();
  }

  @Override
  public List<Link> links() {
    return links;
  }

  @Override
  public Source.Subscription onMore(Runnable wake) {
    return watchers.add(wake);
  }
}
