package org.steward.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The framework's properties; a system property of the same name (-D) goes before the default. */
final class Settings {

  private Settings() {}

  /**
   * @param installation the distribution
   * @param stateDirectory what bundles get as {@code steward.state.dir}
   * @param cache an empty folder for the framework and its tools
   * @param morePlugins a second hot-deploy folder beside the installation's, or empty
   */
  static Map<String, String> of(
      Installation installation, Path stateDirectory, Path cache, String morePlugins) {
    Map<String, String> settings = new HashMap<>();
    settings.put("steward.home", installation.home().toString());
    settings.put("steward.state.dir", stateDirectory.toString());
    settings.put("org.osgi.framework.storage", cache.resolve("felix").toString());
    settings.put("org.osgi.framework.startlevel.beginning", "1");
    // Packages Jetty's bundles import and its code does without.
    settings.put(
        "org.osgi.framework.system.packages.extra",
        "java.awt,java.beans,java.sql,javax.sql,javax.imageio");
    // URLs of bundles work without, and the JVM-wide handlers would need java.net opened.
    settings.put("felix.service.urlhandlers", "false");
    // A pool of resolver threads costs more than some 30 bundles gain.
    settings.put("felix.resolver.parallelism", "1");
    settings.put("org.apache.felix.eventadmin.ThreadPoolSize", "2");
    fileInstall(settings, installation.plugins(), cache, morePlugins);
    settings.replaceAll(System::getProperty);
    return settings;
  }

  private static void fileInstall(
      Map<String, String> settings, Path plugins, Path cache, String morePlugins) {
    settings.put(
        "felix.fileinstall.dir",
        morePlugins.isEmpty() ? "" + plugins : plugins + "," + morePlugins);
    settings.put("felix.fileinstall.poll", "1000");
    settings.put("felix.fileinstall.noInitialDelay", "true");
    settings.put("felix.fileinstall.tmpdir", cache.resolve("fileinstall").toString());
    // Neither half-written uploads (.part, .tmp) nor notes beside the bundles are deployed.
    settings.put("felix.fileinstall.filter", ".*\\.(jar|cfg|config)");
    settings.put("felix.fileinstall.enableConfigSave", "false");
    settings.put("felix.fileinstall.start.level", "6");
  }
}
