package org.steward.launcher;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.connect.ConnectModule;
import org.osgi.framework.connect.ModuleConnector;

/**
 * Makes bundles of jars that are on the class path of the JVM, so that the class loader of the
 * application defines their classes and not one of the framework.
 *
 * <p>That is for start-up: only classes of the application's class loader get all of an AOT cache,
 * which holds them linked and with their lambdas made. Such a bundle cannot be updated while the
 * daemon runs; in all else it is like any other.
 */
final class ClassPathConnector implements ModuleConnector {

  private static final String SCHEME = "classpath:";

  private final Set<Path> classPath;

  /**
   * @param classPath jars, separated by colons, as in the system property {@code java.class.path}
   */
  ClassPathConnector(String classPath) {
    this.classPath =
        Stream.of(classPath.split(File.pathSeparator)).map(Path::of).collect(Collectors.toSet());
  }

  /** The location to install a jar by: of the class path if it is there, else a reference to it. */
  String location(Path jar) {
    // "reference:" uses the jar where it lies and spares a copy at each start.
    return classPath.contains(jar) ? SCHEME + jar : "reference:" + jar.toUri();
  }

  @Override
  public void initialize(File storage, Map<String, String> configuration) {
    // Nothing is stored or configured.
  }

  @Override
  public Optional<ConnectModule> connect(String location) {
    return location.startsWith(SCHEME)
        ? Optional.of(() -> new ClassPathContent(Path.of(location.substring(SCHEME.length()))))
        : Optional.empty();
  }

  @Override
  public Optional<BundleActivator> newBundleActivator() {
    return Optional.empty();
  }
}
