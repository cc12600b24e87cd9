package org.steward.itests.plugins;

import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ManagedService;
import org.steward.api.config.PluginSection;
import org.steward.api.config.SectionCheck;
import org.steward.api.rpc.RpcMethod;
import org.steward.api.rpc.RpcNamespace;
import org.steward.itests.harness.PluginJar;

/** A plugin that takes a number from its section, and tells it. */
public final class Knob implements BundleActivator {
  private static final String SECTION = "rpcinterface:knob";

  static PluginJar jar() {
    return PluginJar.named("knob").activatedBy(Knob.class);
  }

  /** Its methods, and what is delivered to them. */
  public static final class Methods implements RpcNamespace, ManagedService {
    private volatile String told = "nothing";

    /** The number. */
    @RpcMethod(help = "Tells the number.")
    public String level() {
      return told;
    }

    @Override
    public void updated(Dictionary<String, ?> properties) {
      told = properties == null ? "nothing" : level(map(properties));
    }

    private static String level(Map<String, ?> properties) {
      PluginSection section = PluginSection.of(properties);
      return section.name() + " level " + section.find("level") + " in line " + section.line();
    }

    private static Map<String, Object> map(Dictionary<String, ?> properties) {
      Map<String, Object> map = new HashMap<>();
      Collections.list(properties.keys()).forEach(key -> map.put(key, properties.get(key)));
      return map;
    }
  }

  @Override
  public void start(BundleContext context) {
    SectionCheck check = section -> section.integer("level", 0, 0, 10);
    context.registerService(
        SectionCheck.class, check, new Hashtable<>(Map.of(SectionCheck.SECTION, SECTION)));
    Methods methods = new Methods();
    context.registerService(
        new String[] {RpcNamespace.class.getName(), ManagedService.class.getName()},
        methods,
        new Hashtable<>(
            Map.of(RpcNamespace.NAME, "knob", "service.pid", "steward.rpcinterface.knob")));
  }

  @Override
  public void stop(BundleContext context) {
    // Its services go with it.
  }
}
