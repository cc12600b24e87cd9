package org.steward.itests.plugins;

import java.nio.charset.StandardCharsets;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.steward.api.event.ResultHandler;
import org.steward.itests.harness.PluginJar;

/** A plugin that takes another word than OK for success. */
public final class Judge implements BundleActivator {
  static PluginJar jar() {
    return PluginJar.named("judge").activatedBy(Judge.class);
  }

  @Override
  public void start(BundleContext context) {
    ResultHandler handler =
        (event, result) -> new String(result, StandardCharsets.US_ASCII).equals("HEARD");
    context.registerService(
        ResultHandler.class,
        handler,
        new Hashtable<>(Map.of(ResultHandler.NAME, "some.module:handler")));
  }

  @Override
  public void stop(BundleContext context) {
    // Its services go with it.
  }
}
