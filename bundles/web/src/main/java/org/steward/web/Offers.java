package org.steward.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceReference;
import org.steward.api.http.PageLink;
import org.steward.api.metrics.MetricsSource;
import org.steward.api.plugin.PluginInfo;
import org.steward.api.plugin.Plugins;
import org.steward.web.api.PluginPort;
import org.steward.web.live.Watchers;
import org.steward.web.stream.Source;

/** What other bundles bring along: figures and links, and word of how they fare. Any thread. */
final class Offers implements PluginPort {
  private static final String SERVLET = "osgi.http.whiteboard.servlet.pattern";

  private final List<MetricsSource> metrics = new CopyOnWriteArrayList<>();
  private final Map<ServiceReference<?>, Link> links = new ConcurrentHashMap<>();
  private final Watchers watchers = new Watchers();
  private volatile @Nullable Plugins plugins;

  List<MetricsSource> metrics() {
    return metrics;
  }

  void add(MetricsSource source) {
    metrics.add(source);
  }

  void remove(MetricsSource source) {
    metrics.remove(source);
  }

  void add(ServiceReference<?> offer) {
    link(offer).ifPresent(link -> links.put(offer, link));
    watchers.wakeAll();
  }

  void remove(ServiceReference<?> offer) {
    links.remove(offer);
    watchers.wakeAll();
  }

  void set(@Nullable Plugins service) {
    plugins = service;
  }

  @Override
  public List<PluginInfo> plugins() {
    Plugins present = plugins;
    return present == null ? List.of() : present.list();
  }

  @Override
  public List<Link> links() {
    return links.values().stream().sorted((a, b) -> a.title().compareTo(b.title())).toList();
  }

  @Override
  public Source.Subscription onMore(Runnable wake) {
    return watchers.add(wake);
  }

  private static Optional<Link> link(ServiceReference<?> offer) {
    String title = first(offer.getProperty(PageLink.TITLE));
    String path = first(offer.getProperty(PageLink.PATH));
    String pattern = first(offer.getProperty(SERVLET));
    String target = path != null ? path : pattern == null ? "" : pattern.replaceAll("\\*$", "");
    // A path of this server only: what begins with two slashes is another one.
    boolean ours = target.startsWith("/") && !target.startsWith("//");
    return title == null || !ours ? Optional.empty() : Optional.of(new Link(title, target));
  }

  private static @Nullable String first(@Nullable Object value) {
    return switch (value) {
      case String text -> text;
      case String[] several when several.length > 0 -> several[0];
      case null, default -> null;
    };
  }
}
