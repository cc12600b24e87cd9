package org.steward.core.loop;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steward.core.config.Account;

/** Turns a command into one that runs as another user. */
@FunctionalInterface
public interface UserPrefix {
  /**
   * The arguments to execute instead, the file itself first; null where the system has no way to.
   *
   * @param user the account to run as
   * @param path the file that was found and checked for the command
   * @param argv the command's own arguments
   */
  @Nullable List<String> wrap(Account user, String path, List<String> argv);
}
