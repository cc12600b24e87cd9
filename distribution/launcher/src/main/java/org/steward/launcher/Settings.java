package org.steward.launcher;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The framework's properties; a system property of the same name (-D) goes before the default. */
final class Settings {

  private Settings() {}

  /**
   * @param installation the distribution
   * @param stateDirectory what bundles get as {@code steward.state.dir}
   * @param cache an empty folder for the framework and its tools, which bundles get as {@code
   *     steward.cache.dir}
   * @param morePlugins further hot-deploy folders beside the installation's, or empty
   */
  static Map<String, String> of(
      Installation installation, Path stateDirectory, Path cache, String morePlugins) {
    Map<String, String> settings = new HashMap<>();
    settings.put("steward.home", installation.home().toString());
    settings.put("steward.state.dir", stateDirectory.toString());
    settings.put("steward.cache.dir", cache.toString());
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
    // Else it may warn on stdout, the daemon's log in the foreground, when it is stopped while it
    // looks whom to tell of the bundles that stop before it.
    settings.put("org.apache.felix.eventadmin.LogLevel", "1");
    settings.put(
        "steward.plugins",
        morePlugins.isEmpty()
            ? "" + installation.plugins()
            : installation.plugins() + File.pathSeparator + morePlugins);
    settings.put("steward.plugins.level", "6");
    settings.replaceAll(System::getProperty);
    return settings;
  }
}
