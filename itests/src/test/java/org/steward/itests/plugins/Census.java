package org.steward.itests.plugins;

import java.lang.ref.WeakReference;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;
import org.steward.api.event.SupervisorEventHandler;
import org.steward.api.rpc.RpcMethod;
import org.steward.api.rpc.RpcNamespace;
import org.steward.itests.harness.PluginJar;

/** A plugin that counts what is left of another one inside the daemon. */
public final class Census implements BundleActivator {
  private final AtomicInteger events = new AtomicInteger();

  static PluginJar jar() {
    return PluginJar.named("census").activatedBy(Census.class);
  }

  /** Its methods. */
  public static final class Methods implements RpcNamespace {
    private final BundleContext context;
    private final AtomicInteger events;
    private final List<WeakReference<ClassLoader>> seen = new CopyOnWriteArrayList<>();

    Methods(BundleContext context, AtomicInteger events) {
      this.context = context;
      this.events = events;
    }

    /** Keeps an eye on the class loaders of a plugin. */
    @RpcMethod(help = "Notes the class loader of a plugin as it is now, if it is there.")
    public int note(String name) {
      for (Bundle bundle : context.getBundles()) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (name.equals(bundle.getSymbolicName()) && wiring != null) {
          seen.add(new WeakReference<>(wiring.getClassLoader()));
        }
      }
      return seen.size();
    }

    /** How many are alive. */
    @RpcMethod(help = "Collects the garbage and counts the noted class loaders that are left.")
    public int left() {
      System.gc();
      seen.removeIf(each -> each.get() == null);
      return seen.size();
    }

    /**
     * How much of the heap is in use by what is needed. Of four collections in a row the least:
     * what one frees may hold more for the next to find, and only each fourth leaves no gaps.
     */
    @RpcMethod(help = "Collects the garbage and tells how many KiB of the heap are left in use.")
    public int heap() {
      Runtime runtime = Runtime.getRuntime();
      long least = Long.MAX_VALUE;
      for (int i = 0; i < 4; i++) {
        System.gc();
        least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
      }
      return (int) (least / 1024);
    }

    /** How many events it was told of. */
    @RpcMethod(help = "Counts the remote events it was told of.")
    public int events() {
      return events.get();
    }
  }

  @Override
  public void start(BundleContext context) {
    context.registerService(
        RpcNamespace.class,
        new Methods(context, events),
        new Hashtable<>(Map.of(RpcNamespace.NAME, "census")));
    context.registerService(
        SupervisorEventHandler.class,
        event -> events.incrementAndGet(),
        new Hashtable<>(Map.of(SupervisorEventHandler.EVENTS, "REMOTE_COMMUNICATION")));
  }

  @Override
  public void stop(BundleContext context) {
    // Its services go with it.
  }
}
