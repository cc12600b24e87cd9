package org.steward.core.posix.testing;

import org.steward.core.posix.Credentials;

/** Who the virtual daemon is. */
interface FakeCredentialsCalls extends Credentials {
  /** The kernel these calls are made to. */
  FakeKernel kernel();

  @Override
  default int uid() {
    return kernel().environment.uid();
  }

  @Override
  default void becomeUser(String name, int uid, int gid) {
    kernel().faults.check("becomeUser");
    kernel().environment.setUid(uid);
    kernel().environment.did("becomeUser " + name + " " + uid + " " + gid);
  }

  @Override
  default int umask(int mask) {
    return kernel().environment.umask(mask);
  }

  @Override
  default boolean privateFileSystemState() {
    return kernel().environment.privateState();
  }

  @Override
  default void chdir(String directory) {
    kernel().faults.check("chdir");
    kernel().environment.did("chdir " + directory);
  }

  @Override
  default Limit limit(Resource resource) {
    return kernel().environment.limit(resource);
  }

  @Override
  default void setLimit(Resource resource, Limit limit) {
    kernel().faults.check("setLimit");
    kernel().environment.setLimit(resource, limit);
  }

  @Override
  default boolean executable(String path) {
    return kernel().environment.executable(path);
  }

  @Override
  default void chown(String path, int uid, int gid) {
    kernel().faults.check("chown");
    kernel().environment.did("chown " + path + " " + uid + " " + gid);
  }

  @Override
  default long blockedSignals() {
    return kernel().environment.blockedSignals();
  }
}
