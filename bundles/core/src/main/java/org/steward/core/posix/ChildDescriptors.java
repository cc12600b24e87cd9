package org.steward.core.posix;

/**
 * The descriptors a child is to have as 0, 1 and 2. One that is itself among these but for another
 * place would be overwritten before it is read; such a one is duplicated out of the way first.
 */
final class ChildDescriptors implements AutoCloseable {
  private static final int FIRST_FREE = 3;

  private final int[] sources;
  private final int[] temporary = {-1, -1, -1};

  ChildDescriptors(SpawnRequest request) {
    sources = new int[] {request.stdin(), request.stdout(), request.stderr()};
    for (int target = 0; target < sources.length; target++) {
      if (sources[target] < FIRST_FREE && sources[target] != target) {
        moveAway(target);
      }
    }
  }

  /** The descriptor to duplicate onto the target. */
  int source(int target) {
    return sources[target];
  }

  @Override
  public void close() {
    for (int fd : temporary) {
      if (fd >= 0) {
        Libc.CLOSE.call(fd);
      }
    }
  }

  private void moveAway(int target) {
    int duplicate =
        Libc.FCNTL.call(sources[target], LinuxDescriptors.Fcntl.DUPLICATE_CLOEXEC, FIRST_FREE);
    if (duplicate < 0) {
      close();
      throw new PosixException("dup2", -duplicate);
    }
    temporary[target] = duplicate;
    sources[target] = duplicate;
  }
}
