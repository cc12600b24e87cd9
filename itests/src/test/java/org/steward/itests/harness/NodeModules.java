package org.steward.itests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Scripts for Node, with the packages of npm they want. */
public final class NodeModules {

  private NodeModules() {}

  /**
   * Installs what a folder of src/test/resources names in its {@code package.json}.
   *
   * @return a folder with its scripts and those packages; outside the classes, so that a
   *     compilation does not have them fetched again
   */
  public static Path install(String resources) {
    Path scripts = Resources.directory(resources);
    Path installed =
        Resources.directory("").resolveSibling("node-modules").resolve(resources.replace('/', '-'));
    copy(scripts, installed);
    Command.Result result =
        Command.of(
                "npm",
                "install",
                "--prefer-offline",
                "--no-package-lock",
                "--no-audit",
                "--no-fund",
                "--no-update-notifier")
            .in(installed)
            .with("HOME", System.getProperty("user.home"))
            .run();
    assertThat(result.status()).as("%s", result).isZero();
    return installed;
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.list(from)) {
      Files.createDirectories(to);
      List<Path> all = files.filter(Files::isRegularFile).toList();
      for (Path file : all) {
        Files.write(to.resolve(file.getFileName()), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
