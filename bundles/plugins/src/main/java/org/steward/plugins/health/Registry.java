package org.steward.plugins.health;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.steward.api.plugin.PluginInfo;
import org.steward.api.plugin.PluginState;
import org.steward.plugins.folder.DeployedJar;
import org.steward.plugins.folder.PluginFolders;
import org.steward.plugins.settings.Settings;

/** Puts the list of plugins together, anew each time it is asked for. Any thread. */
public final class Registry {
  private final BundleContext context;
  private final Checkup checkup;
  private final PluginFolders folders;
  private final Settings settings;
  private final ConfiguredNamespaces configured;
  private final String distribution;

  /** A registry over those who know. */
  public Registry(
      BundleContext context,
      Checkup checkup,
      PluginFolders folders,
      Settings settings,
      ConfiguredNamespaces configured) {
    this.context = context;
    this.checkup = checkup;
    this.folders = folders;
    this.settings = settings;
    this.configured = configured;
    this.distribution = context.getProperty("steward.home") + "/lib/";
  }

  /** All plugins by name, and bundles of the distribution that have failed. */
  public List<PluginInfo> list() {
    List<PluginInfo> plugins = new ArrayList<>(configured.absent());
    folders
        .deployed()
        .filter(jar -> jar.bundle() == null)
        .forEach(jar -> plugins.add(unusable(jar)));
    for (Bundle bundle : context.getBundles()) {
      if (bundle.getBundleId() != 0) {
        PluginInfo info = examine(bundle);
        if (!isOfDistribution(bundle) || info.state() == PluginState.FAILED) {
          plugins.add(info);
        }
      }
    }
    plugins.sort(Comparator.comparing(PluginInfo::name));
    return plugins;
  }

  private PluginInfo examine(Bundle bundle) {
    Optional<DeployedJar> jar = folders.deploymentOf(bundle);
    List<String> known = new ArrayList<>(settings.problems(bundle.getBundleId()));
    jar.ifPresent(deployed -> known.addAll(deployed.problems()));
    return checkup.examine(bundle, known, jar.map(deployed -> "" + deployed.jar()).orElse(""));
  }

  private static PluginInfo unusable(DeployedJar jar) {
    boolean onItsWay = jar.problems().isEmpty();
    return new PluginInfo(
        String.valueOf(jar.jar().getFileName()),
        "",
        onItsWay ? PluginState.WAITING : PluginState.FAILED,
        onItsWay ? List.of("it is being copied or started") : jar.problems(),
        jar.jar().toString());
  }

  private boolean isOfDistribution(Bundle bundle) {
    return bundle.getLocation().contains(distribution);
  }
}
