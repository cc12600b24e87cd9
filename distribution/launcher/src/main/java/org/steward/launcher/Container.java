package org.steward.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/** The OSGi framework and the bundles of the distribution. */
final class Container {

  private final ClassPathConnector connector;
  private final Framework framework;

  /**
   * @param settings the framework's properties
   * @param classPath the JVM's class path; bundles that are on it share its class loader
   */
  Container(Map<String, String> settings, String classPath) {
    connector = new ClassPathConnector(classPath);
    Map<String, Object> configuration = new HashMap<>(settings);
    configuration.put("felix.log.logger", new FrameworkLog());
    // Felix takes objects under a few keys, though the interface of the factory speaks of strings.
    @SuppressWarnings({"unchecked", "rawtypes"})
    Framework created = new FrameworkFactory().newFramework((Map) configuration, connector);
    framework = created;
  }

  /**
   * Starts the framework and hands the process over to core, by two services of JDK types.
   *
   * @param arguments the command line, as {@link List} with {@code steward.arguments=true}; Felix
   *     does not let bundles see a service that is an array
   * @param exit how core ends the process, as {@link IntConsumer} with {@code steward.exit=true}
   * @throws BundleException if the framework cannot start
   */
  void start(List<String> arguments, IntConsumer exit) throws BundleException {
    framework.start();
    BundleContext context = framework.getBundleContext();
    context.registerService(List.class, arguments, marked("steward.arguments"));
    context.registerService(IntConsumer.class, exit, marked("steward.exit"));
  }

  private static Dictionary<String, Object> marked(String property) {
    return new Hashtable<>(Map.of(property, true));
  }

  /**
   * Installs and starts the bundles of the level the framework is at already, once and for all: a
   * framework that is stopped while it still comes up must not start core, and with it all
   * programs, a second time.
   *
   * @throws BundleException if one of them cannot be installed or started
   */
  void startNow(StartLevel level) throws BundleException {
    List<Bundle> installed = new ArrayList<>();
    for (Path jar : level.bundles()) {
      installed.add(install(jar, level.number()));
    }
    for (Bundle bundle : installed) {
      start(bundle, Bundle.START_TRANSIENT);
    }
  }

  /**
   * Installs the bundles of further levels and raises the framework to them, in a thread of its
   * own. What cannot be installed or started is logged and left: programs run already, and the
   * daemon is worth keeping without a bundle or two. A framework that is being stopped meanwhile
   * gets no more bundles.
   *
   * @param levels lowest first; plugins get the level above the last
   */
  void startInTurn(List<StartLevel> levels) {
    int top = 1;
    for (StartLevel level : levels) {
      for (Path jar : level.bundles()) {
        tryStart(jar, level.number());
      }
      top = level.number() + 1;
    }
    if (!isStopping()) {
      framework.adapt(FrameworkStartLevel.class).setStartLevel(top);
    }
  }

  /**
   * As {@link #startInTurn}, to see whether all of them start; without plugins.
   *
   * @return what is wrong with them
   */
  List<String> rehearse(List<StartLevel> levels) throws InterruptedException {
    List<String> problems = new ArrayList<>();
    int top = 1;
    for (StartLevel level : levels) {
      for (Path jar : level.bundles()) {
        try {
          start(install(jar, level.number()), 0);
        } catch (BundleException e) {
          problems.add("cannot use " + jar + ": " + e.getMessage());
        }
      }
      top = level.number();
    }
    CountDownLatch reached = new CountDownLatch(1);
    framework.adapt(FrameworkStartLevel.class).setStartLevel(top, event -> reached.countDown());
    reached.await();
    for (Bundle bundle : framework.getBundleContext().getBundles()) {
      boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
      if (!fragment && (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) == 0) {
        problems.add(bundle.getSymbolicName() + " does not start");
      }
    }
    return problems;
  }

  private void tryStart(Path jar, int level) {
    if (isStopping()) {
      return;
    }
    try {
      start(install(jar, level), 0);
    } catch (BundleException | IllegalStateException e) {
      if (!isStopping()) {
        System.err.println("supervisord: cannot use " + jar + ": " + e.getMessage());
      }
    }
  }

  private boolean isStopping() {
    return framework.getState() != Bundle.ACTIVE;
  }

  private Bundle install(Path jar, int level) throws BundleException {
    BundleContext context = framework.getBundleContext();
    if (context == null) {
      throw new IllegalStateException("the framework has stopped");
    }
    Bundle bundle = context.installBundle(connector.location(jar));
    bundle.adapt(BundleStartLevel.class).setStartLevel(level);
    return bundle;
  }

  /** Starts the bundle once its level is reached, or now if it is; fragments only ever attach. */
  private static void start(Bundle bundle, int options) throws BundleException {
    if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
      bundle.start(options | Bundle.START_ACTIVATION_POLICY);
    }
  }

  /** Waits until the framework has stopped, without bound: core may still be stopping programs. */
  void awaitStop() throws InterruptedException {
    framework.waitForStop(0);
  }

  /**
   * Stops all bundles and waits for them.
   *
   * @param milliseconds the most to wait: a plugin that hangs must not keep the daemon alive
   */
  void stop(long milliseconds) throws BundleException, InterruptedException {
    framework.stop();
    framework.waitForStop(milliseconds);
  }
}
