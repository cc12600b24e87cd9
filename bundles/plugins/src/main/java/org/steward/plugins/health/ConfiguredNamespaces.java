package org.steward.plugins.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.steward.api.config.PluginSection;
import org.steward.api.plugin.PluginInfo;
import org.steward.api.plugin.PluginState;
import org.steward.api.rpc.RpcNamespace;
import org.steward.plugins.log.ActivityLines;
import org.steward.plugins.settings.Settings;

/**
 * The namespaces that {@code [rpcinterface:x]} sections ask for. Supervisor loads the Python code
 * that such a section names; here a bundle has to provide the namespace, and where none does, this
 * says so.
 */
public final class ConfiguredNamespaces {
  private static final String KIND = "rpcinterface";
  private static final String FACTORY = "supervisor.rpcinterface_factory";
  private static final String BUILT_IN = "supervisor.rpcinterface:make_main_rpcinterface";

  /** The manifest header by which a sample says which namespaces it provides. */
  private static final String HEADER = "Steward-Namespaces";

  private final BundleContext context;
  private final Settings settings;
  private final ActivityLines lines;
  private final Map<String, Boolean> told = new HashMap<>();

  /** Looks at nothing yet. */
  public ConfiguredNamespaces(BundleContext context, Settings settings, ActivityLines lines) {
    this.context = context;
    this.settings = settings;
    this.lines = lines;
  }

  /** Those nobody provides, as absent plugins. */
  List<PluginInfo> absent() {
    return foreign()
        .filter(section -> !isProvided(section.suffix()))
        .map(
            section ->
                new PluginInfo(
                    section.suffix(), "", PluginState.ABSENT, List.of(reason(section)), ""))
        .toList();
  }

  /** Writes to the log which namespaces are there and which are not, where that has changed. */
  public synchronized void tell() {
    List<String> configured = new ArrayList<>();
    foreign()
        .forEach(
            section -> {
              boolean provided = isProvided(section.suffix());
              configured.add(section.name());
              if (!Boolean.valueOf(provided).equals(told.put(section.name(), provided))) {
                tell(section, provided);
              }
            });
    told.keySet().retainAll(configured);
  }

  private void tell(PluginSection section, boolean provided) {
    if (provided) {
      lines.info("RPC interface '" + section.suffix() + "' initialized");
    } else {
      lines.warn(reason(section));
    }
  }

  private Stream<PluginSection> foreign() {
    return settings.sections().stream()
        .filter(section -> section.kind().equals(KIND))
        .filter(section -> !BUILT_IN.equals(section.find(FACTORY)));
  }

  private boolean isProvided(String namespace) {
    try {
      for (ServiceReference<RpcNamespace> reference :
          context.getServiceReferences(RpcNamespace.class, null)) {
        if (namespace.equals(reference.getProperty(RpcNamespace.NAME))) {
          return true;
        }
      }
      return false;
    } catch (InvalidSyntaxException e) {
      throw new AssertionError("no filter has no syntax", e);
    }
  }

  private String reason(PluginSection section) {
    String factory = section.find(FACTORY);
    return "%s:%d: [%s] is without effect: no bundle provides the RPC namespace '%s'%s; %s"
        .formatted(
            section.file(),
            section.line(),
            section.name(),
            section.suffix(),
            factory == null ? "" : ", and " + factory + " is Python code, which cannot run here",
            advice(section.suffix()));
  }

  private String advice(String namespace) {
    return sample(namespace)
        .map(jar -> "copy " + jar + " into the plugins folder")
        .orElse("put one that does into the plugins folder");
  }

  private Optional<Path> sample(String namespace) {
    Path samples = Path.of(String.valueOf(context.getProperty("steward.home")), "plugins-sample");
    if (!Files.isDirectory(samples)) {
      return Optional.empty();
    }
    try (Stream<Path> jars = Files.list(samples)) {
      return jars.filter(jar -> provides(jar, namespace)).findFirst();
    } catch (IOException e) {
      return Optional.empty(); // no advice, then
    }
  }

  private static boolean provides(Path file, String namespace) {
    try (JarFile jar = new JarFile(file.toFile())) {
      Manifest manifest = jar.getManifest();
      String provided = manifest == null ? null : manifest.getMainAttributes().getValue(HEADER);
      return provided != null && List.of(provided.split("\\s*,\\s*")).contains(namespace);
    } catch (IOException e) {
      return false; // no jar
    }
  }
}
