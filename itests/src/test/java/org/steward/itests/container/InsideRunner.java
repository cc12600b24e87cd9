package org.steward.itests.container;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.ops4j.pax.exam.ProbeInvoker;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Runs tests inside the container, by JUnit's own engine; Pax Exam calls it from outside. */
public final class InsideRunner implements ProbeInvoker {

  /** What Pax Exam knows it by. */
  static final String SIGNATURE = "steward";

  /** The activator of the bundle that holds the test classes. */
  public static final class Activator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
      context.registerService(
          ProbeInvoker.class,
          new InsideRunner(),
          new Hashtable<>(Map.of("Probe-Signature", SIGNATURE)));
    }

    @Override
    public void stop(BundleContext context) {
      // Its service goes with it.
    }
  }

  /** Runs the test of a unique id, and throws what it threw. */
  @Override
  public void call(Object... arguments) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(InsideRunner.class.getClassLoader());
    try {
      Outcome outcome = new Outcome();
      LauncherFactory.create(CONFIG).execute(request((String) arguments[0]), outcome);
      outcome.check();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Nothing is found by service loaders here, which do not see other bundles. */
  private static final LauncherConfig CONFIG =
      LauncherConfig.builder()
          .enableTestEngineAutoRegistration(false)
          .enableLauncherSessionListenerAutoRegistration(false)
          .enableLauncherDiscoveryListenerAutoRegistration(false)
          .enableTestExecutionListenerAutoRegistration(false)
          .enablePostDiscoveryFilterAutoRegistration(false)
          .addTestEngines(new JupiterTestEngine())
          .build();

  private static LauncherDiscoveryRequest request(String uniqueId) {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(selectUniqueId(uniqueId))
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
        .build();
  }

  /** How the test went. */
  private static final class Outcome implements TestExecutionListener {
    private final List<Throwable> failures = new ArrayList<>();
    private int tests;

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      tests += test.isTest() ? 1 : 0;
      result.getThrowable().ifPresent(failures::add);
    }

    void check() {
      if (!failures.isEmpty()) {
        throw rethrow(failures.getFirst());
      }
      if (tests != 1) {
        throw new AssertionError("expected one test inside the container, ran " + tests);
      }
    }

    /** Whatever a test throws, checked or not, is what the test outside is to throw. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException rethrow(Throwable failure) throws T {
      throw (T) failure;
    }
  }
}
