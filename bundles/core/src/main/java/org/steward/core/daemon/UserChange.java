package org.steward.core.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.steward.core.config.Account;
import org.steward.core.posix.PosixException;

/** The daemon's change from root to the user it is to run as. On its main thread. */
final class UserChange {
  private final Generation.System system;

  UserChange(Generation.System system) {
    this.system = system;
  }

  /** Becomes the user, for good. */
  void become(Account user) throws StartupException {
    if (system.posix().uid() != 0) {
      throw new StartupException("Can't drop privilege as nonroot user");
    }
    try {
      leaveCacheTo(user);
      system.posix().becomeUser(user.name(), user.uid(), user.gid());
    } catch (IOException | PosixException e) {
      throw new StartupException("cannot become user " + user.name() + ": " + e.getMessage());
    }
  }

  /** Most bundles come after core, and the framework must be able to write them down. */
  private void leaveCacheTo(Account user) throws IOException {
    Path cache = system.cache();
    if (cache != null) {
      try (Stream<Path> tree = Files.walk(cache)) {
        tree.forEach(file -> system.posix().chown(file.toString(), user.uid(), user.gid()));
      }
    }
  }
}
