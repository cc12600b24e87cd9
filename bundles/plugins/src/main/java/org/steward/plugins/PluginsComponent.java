package org.steward.plugins;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.steward.api.event.HandlerReports;
import org.steward.api.plugin.PluginInfo;
import org.steward.api.plugin.Plugins;
import org.steward.api.rpc.RejectedNamespaces;
import org.steward.plugins.folder.PluginFolders;
import org.steward.plugins.folder.Timing;
import org.steward.plugins.health.Checkup;
import org.steward.plugins.health.ConfiguredNamespaces;
import org.steward.plugins.health.Registry;

/**
 * Watches the plugin folders from the moment the distribution's own bundles are up, and tells how
 * each plugin fares.
 */
@Component(immediate = true, service = Plugins.class)
public final class PluginsComponent implements Plugins {
  /** The framework's property with the folders, separated by colons. */
  private static final String FOLDERS = "steward.plugins";

  /** The framework's property with the start level from which on plugins are started. */
  private static final String LEVEL = "steward.plugins.level";

  private final BundleContext context;
  private final PluginFolders folders;
  private final Registry registry;
  private final FrameworkListener levels = this::levelChanged;
  private boolean open;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile @Nullable RejectedNamespaces namespaces;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile @Nullable HandlerReports handlers;

  /** Called by Declarative Services. */
  @Activate
  public PluginsComponent(
      BundleContext context,
      @Reference ServiceComponentRuntime components,
      @Reference SettingsComponent settings,
      @Reference CtlCommandsComponent commands,
      @Reference ActivityLinesComponent lines) {
    this.context = context;
    ConfiguredNamespaces configured =
        new ConfiguredNamespaces(context, settings.settings(), lines.lines());
    folders =
        new PluginFolders(
            context,
            folders(context),
            context.getDataFile("copies").toPath(),
            lines.lines(),
            Timing.USUAL,
            configured::tell);
    FrameworkWiring framework =
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    registry =
        new Registry(
            context,
            new Checkup(
                framework, components, commands.commands(), () -> namespaces, () -> handlers),
            folders,
            settings.settings(),
            configured);
  }

  private static List<Path> folders(BundleContext context) {
    String configured = context.getProperty(FOLDERS);
    return Stream.of((configured == null ? "" : configured).split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(Path::of)
        .toList();
  }

  @Activate
  void activate() {
    context.addFrameworkListener(levels);
    openOnceUp();
  }

  private void levelChanged(FrameworkEvent event) {
    if (event.getType() == FrameworkEvent.STARTLEVEL_CHANGED) {
      openOnceUp();
    }
  }

  private synchronized void openOnceUp() {
    String wanted = context.getProperty(LEVEL);
    int present =
        context
            .getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
            .adapt(FrameworkStartLevel.class)
            .getStartLevel();
    if (!open && present >= (wanted == null ? 0 : Integer.parseInt(wanted))) {
      open = true;
      folders.open();
    }
  }

  @Deactivate
  void deactivate() {
    context.removeFrameworkListener(levels);
    folders.close();
  }

  @Override
  public List<PluginInfo> list() {
    return registry.list();
  }

  @Override
  public void rescan() {
    folders.rescan();
  }
}
