package org.steward.core.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.steward.core.config.SupervisordConfig;
import org.steward.core.posix.Descriptors;
import org.steward.core.posix.ExitStatus;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Pipe;
import org.steward.core.posix.Polling;
import org.steward.core.posix.Posix;
import org.steward.core.posix.SpawnRequest;

/**
 * Makes a daemon of a program that cannot fork: the process that was started checks its
 * configuration, spawns itself anew in a session of its own, waits until that one says that it is
 * up, and leaves with its status.
 */
final class Detacher {
  /**
   * Tells the spawned process that it is the daemon, and that its stdout is where to say it is up.
   */
  static final String MARK = "STEWARD_DETACHED";

  private final Posix posix;

  Detacher(Posix posix) {
    this.posix = posix;
  }

  /** Whether this process is the spawned one. */
  static boolean isDetached() {
    return System.getenv(MARK) != null;
  }

  /** Spawns the daemon and waits until it is up or has failed; returns the status to leave with. */
  int detach() throws StartupException {
    try {
      List<String> argv = SignalMask.strings("/proc/self/cmdline");
      List<String> environment = SignalMask.strings("/proc/self/environ");
      environment.add(MARK + "=1");
      String runtime = Files.readSymbolicLink(Path.of("/proc/self/exe")).toString();
      int devNull = posix.open("/dev/null", Descriptors.O_RDWR, 0);
      Pipe up = posix.pipe(Pipe.Direction.FROM_CHILD);
      int pid =
          posix.spawn(
              new SpawnRequest(runtime, argv, environment, null, null, devNull, up.childEnd(), 2)
                  .inOwnSession());
      int pidfd = posix.pidfdOpen(pid);
      posix.close(up.childEnd());
      return awaitUp(up.parentEnd(), pidfd);
    } catch (IOException e) {
      throw new StartupException("cannot read /proc/self to detach: " + e.getMessage());
    }
  }

  private int awaitUp(int up, int pidfd) {
    int epoll = posix.epollCreate();
    posix.epollAdd(epoll, up, Polling.EPOLLIN, 1);
    posix.epollWait(epoll, posix.pollEvents(1), -1);
    NativeBuffer buffer = posix.allocate(1);
    if (posix.read(up, buffer, 0, 1) > 0) {
      return 0;
    }
    posix.epollDelete(epoll, up);
    posix.epollAdd(epoll, pidfd, Polling.EPOLLIN, 2);
    posix.epollWait(epoll, posix.pollEvents(1), -1);
    ExitStatus status = posix.reap(pidfd);
    return status == null || status.code() <= 0 ? 1 : status.code();
  }

  /** In the spawned process: takes the mask and directory a daemon is to have. */
  void settle(SupervisordConfig config) {
    if (config.directory() != null) {
      posix.chdir(config.directory().toString());
    }
    posix.umask(config.umask());
  }

  /** In the spawned process, once it is up: says so and lets go of the terminal. */
  void tellUp() {
    NativeBuffer buffer = posix.allocate(1);
    buffer.put(0, new byte[] {1}, 0, 1);
    posix.write(1, buffer, 0, 1);
    int devNull = posix.open("/dev/null", Descriptors.O_RDWR, 0);
    posix.dup2(devNull, 0);
    posix.dup2(devNull, 1);
    posix.dup2(devNull, 2);
    posix.close(devNull);
  }
}
