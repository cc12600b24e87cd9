package org.steward.itests.container;

import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.steward.api.rpc.RpcMethod;
import org.steward.api.rpc.RpcNamespace;

/** A bundle that adds the namespace {@code greeter}. */
public final class Greeter implements BundleActivator {

  /** The namespace's methods. */
  public static final class Methods implements RpcNamespace {
    /** Greets. */
    @RpcMethod(help = "Greets by name")
    public String greet(String name) {
      return "hello " + name;
    }
  }

  @Override
  public void start(BundleContext context) {
    context.registerService(
        RpcNamespace.class, new Methods(), new Hashtable<>(Map.of(RpcNamespace.NAME, "greeter")));
  }

  @Override
  public void stop(BundleContext context) {
    // Its service goes with it.
  }
}
