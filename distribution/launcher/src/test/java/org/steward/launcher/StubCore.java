package org.steward.launcher;

import java.util.List;
import java.util.function.IntConsumer;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Stands in for core inside the forked container: its arguments say what it is to do. */
public final class StubCore implements BundleActivator {

  private boolean hangs;

  @Override
  public void start(BundleContext context) throws Exception {
    List<?> arguments = service(context, List.class, "(steward.arguments=true)");
    IntConsumer exit = service(context, IntConsumer.class, "(steward.exit=true)");
    System.out.println("started with " + arguments);
    switch (arguments.getFirst().toString()) {
      case "exit" -> exit.accept(Integer.parseInt(arguments.get(1).toString()));
      case "fail" -> throw new IllegalStateException("no such luck");
      case "stop" -> context.getBundle(0).stop();
      case "hang" -> {
        hangs = true;
        exit.accept(3);
      }
      case "loader" -> {
        ClassLoader loader = StubCore.class.getClassLoader();
        System.out.println(loader == ClassLoader.getSystemClassLoader() ? "class path" : "bundle");
        System.out.println(
            "entry " + (context.getBundle().getEntry("META-INF/MANIFEST.MF") != null));
        exit.accept(0);
      }
      case "serve" -> serve(context, arguments.get(1).toString(), exit);
      default -> throw new IllegalArgumentException("unknown: " + arguments);
    }
  }

  /** The stub of the level that is waited for ends the process, others just stay. */
  private static void serve(BundleContext context, String level, IntConsumer exit) {
    String name = context.getBundle().getSymbolicName();
    if (name.equals(level + ".stub")) {
      System.out.println(name + " is up");
      exit.accept(0);
    }
  }

  private static <T> T service(BundleContext context, Class<T> type, String filter)
      throws Exception {
    ServiceReference<T> reference = context.getServiceReferences(type, filter).iterator().next();
    return context.getService(reference);
  }

  @Override
  public void stop(BundleContext context) throws InterruptedException {
    System.out.println("stopped");
    if (hangs) {
      Thread.currentThread().join();
    }
  }
}
