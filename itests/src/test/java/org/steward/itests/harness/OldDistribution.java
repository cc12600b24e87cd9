package org.steward.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Finds classes that were compiled anew since the distribution was made, as after a build that was
 * broken off: its tests would try what is no longer there. Compares contents, as a build does not
 * touch what is as before.
 */
final class OldDistribution {
  private final Path lib;
  private final Path bundles;

  /**
   * A search.
   *
   * @param distribution the unpacked distribution
   * @param bundles the folder of the modules
   */
  OldDistribution(Path distribution, Path bundles) {
    this.lib = distribution.resolve("lib");
    this.bundles = bundles;
  }

  /** A class whose module's jar in the distribution lacks it, or has another of the name. */
  Optional<Path> firstNewerClass() throws IOException {
    try (Stream<Path> modules = Files.list(bundles);
        Stream<Path> all = Files.walk(lib)) {
      List<Path> jars = all.filter(file -> file.toString().endsWith(".jar")).toList();
      return modules.sorted().flatMap(module -> newerClass(module, jars).stream()).findFirst();
    }
  }

  private static Optional<Path> newerClass(Path module, List<Path> jars) {
    Path classes = module.resolve("target/classes");
    String name = module.getFileName().toString();
    Optional<Path> jar = jars.stream().filter(file -> isOf(name, file)).findFirst();
    return jar.isEmpty() || !Files.isDirectory(classes)
        ? Optional.empty()
        : newerClass(classes, jar.get());
  }

  private static boolean isOf(String module, Path jar) {
    return jar.getFileName().toString().matches(module + "(-\\d.*)?\\.jar");
  }

  private static Optional<Path> newerClass(Path classes, Path jar) {
    try (ZipFile packed = new ZipFile(jar.toFile());
        Stream<Path> files = Files.walk(classes)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> !isIn(packed, classes, file))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isIn(ZipFile packed, Path classes, Path file) {
    ZipEntry entry = packed.getEntry(classes.relativize(file).toString());
    return entry != null && entry.getCrc() == crc(file);
  }

  private static long crc(Path file) {
    try {
      CRC32 crc = new CRC32();
      crc.update(Files.readAllBytes(file));
      return crc.getValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
