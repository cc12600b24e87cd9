package org.steward.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Says once, in place of each test, that there is no distribution to try, or an old one. */
public final class NeedsDistribution implements LauncherSessionListener {
  private static final Path BUNDLES = Path.of("../bundles");

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Path daemon = Path.of(Implementation.STEWARD.command("supervisord"));
    if (!Files.isExecutable(daemon)) {
      throw new IllegalStateException(
          "the distribution was not built: cannot find "
              + daemon
              + ". An earlier module failed, see above; or build it: ./run --version");
    }
    Path distribution = daemon.resolve("../..").normalize();
    newerClass(distribution)
        .ifPresent(
            newer -> {
              throw new IllegalStateException(
                  "the distribution is older than "
                      + newer
                      + ": a build was broken off. Build "
                      + distribution
                      + " anew: touch pom.xml; ./run --version");
            });
  }

  private static Optional<Path> newerClass(Path distribution) {
    try {
      return new OldDistribution(distribution, BUNDLES).firstNewerClass();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
