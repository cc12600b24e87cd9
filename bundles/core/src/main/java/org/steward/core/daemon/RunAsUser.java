package org.steward.core.daemon;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steward.core.config.Account;
import org.steward.core.loop.UserPrefix;
import org.steward.core.posix.Credentials;
import org.steward.core.posix.UserSwitch;

/** Runs children as another user by way of the system's own tool for it. On the loop only. */
final class RunAsUser implements UserPrefix {
  private final Credentials credentials;

  RunAsUser(Credentials credentials) {
    this.credentials = credentials;
  }

  @Override
  public @Nullable List<String> wrap(Account user, String path, List<String> argv) {
    UserSwitch present = UserSwitch.find(credentials);
    return present == null ? null : present.argv(path, argv, user.uid(), user.gid());
  }
}
