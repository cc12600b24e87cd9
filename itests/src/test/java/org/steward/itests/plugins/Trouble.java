package org.steward.itests.plugins;

import java.io.IOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEventHandler;
import org.steward.api.rpc.RpcMethod;
import org.steward.api.rpc.RpcNamespace;
import org.steward.itests.harness.PluginJar;

/** A plugin that does what plugins should not, as its manifest says. */
public final class Trouble implements BundleActivator {
  private static final String KIND = "Trouble";

  /** A plugin with one kind of trouble, and of that name. */
  static PluginJar jar(String kind) {
    return PluginJar.named(kind).with(KIND, kind).activatedBy(Trouble.class);
  }

  /** Methods that break in all ways there are. */
  public static final class Methods implements RpcNamespace {
    /** No value of XML-RPC. */
    @RpcMethod(help = "Answers nonsense.")
    public Object nonsense() {
      return new Thread();
    }

    /** A map whose keys are no strings. */
    @RpcMethod(help = "Answers a map of numbers.")
    public Map<Integer, String> numbers() {
      return Map.of(1, "one");
    }

    /** A list that is its own element. */
    @RpcMethod(help = "Answers a list without a bottom.")
    public List<Object> bottomless() {
      List<Object> list = new ArrayList<>();
      list.add(list);
      return list;
    }

    /** A list that never ends. */
    @RpcMethod(help = "Answers a list without end.")
    public List<String> endless() {
      return new AbstractList<>() {
        @Override
        public String get(int index) {
          return "again";
        }

        @Override
        public int size() {
          return Integer.MAX_VALUE;
        }
      };
    }

    /** An error. */
    @RpcMethod(help = "Throws an error.")
    public String error() {
      throw new NoClassDefFoundError("org/example/Forgotten");
    }

    /** Recursion. */
    @RpcMethod(help = "Overflows its stack.")
    public int overflow() {
      return overflow() + 1;
    }

    /** Blocks for ever. */
    @RpcMethod(help = "Never returns.")
    public String never() throws InterruptedException {
      new CountDownLatch(1).await();
      return "";
    }

    /** Spins until it is interrupted. */
    @RpcMethod(help = "Keeps a processor busy.")
    public String spin() {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.onSpinWait();
      }
      return "";
    }

    /** Never completes. */
    @RpcMethod(help = "Promises an answer, and forgets.")
    public CompletionStage<String> forgotten() {
      return new CompletableFuture<>();
    }
  }

  /** Handlers that break. */
  private static SupervisorEventHandler handler(boolean blocks) {
    return event -> {
      if (blocks) {
        new CountDownLatch(1).await();
      }
      throw new IOException("no disk for " + name(event));
    };
  }

  private static String name(SupervisorEvent event) {
    return event.type().name();
  }

  @Override
  public void start(BundleContext context) throws InterruptedException {
    switch (context.getBundle().getHeaders().get(KIND)) {
      case "throws-at-start" -> throw new IllegalStateException("no luck today");
      case "blocks-at-start" -> new CountDownLatch(1).await();
      case "blocks-on-events" -> handle(context, true);
      case "throws-on-events" -> handle(context, false);
      case "takes-supervisor" -> serve(context, "supervisor");
      case "takes-probe" -> serve(context, "probe");
      default -> serve(context, "trouble");
    }
  }

  private static void handle(BundleContext context, boolean blocks) {
    context.registerService(
        SupervisorEventHandler.class,
        handler(blocks),
        new Hashtable<>(Map.of(SupervisorEventHandler.EVENTS, "REMOTE_COMMUNICATION")));
  }

  private static void serve(BundleContext context, String namespace) {
    context.registerService(
        RpcNamespace.class, new Methods(), new Hashtable<>(Map.of(RpcNamespace.NAME, namespace)));
  }

  @Override
  public void stop(BundleContext context) throws InterruptedException {
    switch (context.getBundle().getHeaders().get(KIND)) {
      case "throws-at-stop" -> throw new IllegalStateException("no way out");
      case "blocks-at-stop" -> new CountDownLatch(1).await();
      default -> {
        // Its services go with it.
      }
    }
  }
}
