package org.steward.itests.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ops4j.pax.exam.ExamSystem;
import org.ops4j.pax.exam.TestAddress;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.spi.DefaultExamSystem;
import org.ops4j.pax.exam.spi.PaxExamRuntime;
import org.osgi.framework.BundleActivator;
import org.steward.itests.harness.Sandbox;

/** One container with the daemon in it, seen from outside. */
final class Exam implements AutoCloseable {

  private final Sandbox sandbox;
  private final TestContainer container;

  private Exam(Sandbox sandbox, TestContainer container) {
    this.sandbox = sandbox;
    this.container = container;
  }

  /** Starts a container for a test class. */
  static Exam start(Class<?> test) throws IOException {
    InContainer settings = test.getAnnotation(InContainer.class);
    Sandbox sandbox = new Sandbox();
    sandbox.open();
    for (Class<? extends BundleActivator> bundle : settings.bundles()) {
      try (InputStream jar = Provisions.bundleOf(bundle)) {
        Files.copy(jar, sandbox.directory().resolve(bundle.getSimpleName() + ".jar"));
      }
    }
    Path configuration = sandbox.steward(settings.configuration()).file("supervisord.conf");
    ExamSystem system = DefaultExamSystem.create(Provisions.of(sandbox.directory(), configuration));
    TestContainer container = PaxExamRuntime.getTestContainerFactory().create(system)[0];
    container.start();
    TestProbeBuilder probe = system.createProbe();
    probe.addTest(test);
    probe.setHeader("Bundle-Activator", InsideRunner.Activator.class.getName());
    // All that is exported, and what the bundles of this project say to each other.
    probe.setHeader("DynamicImport-Package", "org.steward.core.spi.*;steward=internal, *");
    container.installProbe(probe.build().getStream());
    return new Exam(sandbox, container);
  }

  /**
   * Runs a test inside.
   *
   * @param uniqueId JUnit's id of it
   */
  void run(String uniqueId) {
    container.call(new Address(uniqueId));
  }

  @Override
  public void close() throws IOException {
    container.stop();
    sandbox.close();
  }

  /** Tells Pax Exam whom to call, and with what. */
  private record Address(String uniqueId) implements TestAddress {
    @Override
    public String identifier() {
      return InsideRunner.SIGNATURE;
    }

    @Override
    public String caption() {
      return uniqueId;
    }

    @Override
    public TestAddress root() {
      return this;
    }

    @Override
    public Object[] arguments() {
      return new Object[] {uniqueId};
    }
  }
}
