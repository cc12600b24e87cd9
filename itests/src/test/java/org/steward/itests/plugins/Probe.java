package org.steward.itests.plugins;

import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.steward.api.ctl.CtlCommand;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEventHandler;
import org.steward.api.http.PageLink;
import org.steward.api.rpc.RpcMethod;
import org.steward.api.rpc.RpcNamespace;
import org.steward.itests.harness.PluginJar;

/** A plugin with one of everything: methods, an event handler, a command and a page. */
public final class Probe implements BundleActivator {

  /** The plugin in a version. */
  static PluginJar jar(String version) {
    return PluginJar.named("probe")
        .version(version)
        .activatedBy(Probe.class)
        .file("page/index.html", ("the page of " + version).getBytes());
  }

  /** Its methods. */
  public static final class Methods implements RpcNamespace {
    private final String version;
    private final AtomicInteger events;

    Methods(String version, AtomicInteger events) {
      this.version = version;
      this.events = events;
    }

    /** Its version. */
    @RpcMethod(help = "Tells its version.")
    public String version() {
      return version;
    }

    /** How many events it was told of. */
    @RpcMethod(help = "Counts the remote events it was told of.")
    public int events() {
      return events.get();
    }

    /** Takes its time. */
    @RpcMethod(help = "Answers after some milliseconds.")
    public String sleep(int milliseconds) throws InterruptedException {
      Thread.sleep(milliseconds);
      return "slept";
    }
  }

  /** Its handler. */
  static final class Handler implements SupervisorEventHandler {
    private final AtomicInteger events;

    Handler(AtomicInteger events) {
      this.events = events;
    }

    @Override
    public void onEvent(SupervisorEvent event) {
      events.incrementAndGet();
    }
  }

  /** Its command. */
  static final class Command implements CtlCommand {
    private final String version;

    Command(String version) {
      this.version = version;
    }

    @Override
    public String help(String command) {
      return "probe_hello\tSay hello";
    }

    @Override
    public Answer run(String command, List<String> arguments) {
      return Answer.of("hello of " + version + " " + arguments);
    }
  }

  @Override
  public void start(BundleContext context) {
    String version = context.getBundle().getVersion().toString();
    AtomicInteger events = new AtomicInteger();
    context.registerService(
        RpcNamespace.class,
        new Methods(version, events),
        new Hashtable<>(Map.of(RpcNamespace.NAME, "probe")));
    context.registerService(
        SupervisorEventHandler.class,
        new Handler(events),
        new Hashtable<>(Map.of(SupervisorEventHandler.EVENTS, "REMOTE_COMMUNICATION")));
    context.registerService(
        CtlCommand.class,
        new Command(version),
        new Hashtable<>(Map.of(CtlCommand.NAME, "probe_hello")));
    context.registerService(
        Object.class,
        new Object(),
        new Hashtable<>(
            Map.of(
                "osgi.http.whiteboard.resource.pattern",
                "/probe/*",
                "osgi.http.whiteboard.resource.prefix",
                "/page",
                PageLink.TITLE,
                "Probe",
                PageLink.PATH,
                "/probe/index.html")));
  }

  @Override
  public void stop(BundleContext context) {
    // Its services go with it.
  }
}
