package org.steward.itests.container;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.osgi.framework.BundleActivator;

/**
 * The test class runs inside a container with all bundles of the distribution, one for the class.
 * Test methods, and those annotated {@code BeforeEach} and the like, may have as parameters the
 * container's {@link org.osgi.framework.BundleContext} and any OSGi service, which is waited for.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ContainerExtension.class)
@Isolated("Pax Exam sets system properties, and the daemon takes its signals")
public @interface InContainer {

  /** The framework property that names the folder of the daemon and of {@link #bundles}. */
  String FOLDER = "steward.test.folder";

  /** The daemon's configuration; its files are kept in a folder of the container. */
  String configuration() default "";

  /**
   * Activators to make bundles of, with all classes of their nest. They are not installed: they lie
   * in the container's folder, each named by its activator, as {@code Greeter.jar}.
   */
  Class<? extends BundleActivator>[] bundles() default {};
}
