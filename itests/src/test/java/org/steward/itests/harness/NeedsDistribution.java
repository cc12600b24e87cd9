package org.steward.itests.harness;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Says once, in place of each test, that there is no distribution to try. */
public final class NeedsDistribution implements LauncherSessionListener {

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Path daemon = Path.of(Implementation.STEWARD.command("supervisord"));
    if (!Files.isExecutable(daemon)) {
      throw new IllegalStateException(
          "the distribution was not built: cannot find "
              + daemon
              + ". An earlier module failed, see above; or build it: ./run --version");
    }
  }
}
