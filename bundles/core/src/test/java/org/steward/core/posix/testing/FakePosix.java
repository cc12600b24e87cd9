package org.steward.core.posix.testing;

import org.steward.core.posix.Posix;

/**
 * A scripted kernel in virtual time. Processes, pipes, signals and readiness are modelled; the
 * clock moves only where {@link #epollWait} finds nothing ready: to the next thing arranged by
 * {@link #after} or a {@link ProcessScript}, or by the timeout. A wait that nothing could ever end
 * is an {@link AssertionError}.
 *
 * <p>What a blocked daemon would do is not modelled: a read of an empty pipe is EAGAIN always.
 */
public final class FakePosix extends FakeKernel
    implements Posix,
        FakeDescriptorsCalls,
        FakePollingCalls,
        FakeProcessesCalls,
        FakeCredentialsCalls,
        FakeSocketsCalls,
        FakeSurvivalCalls,
        FakeControlGroupsCalls {
  /** The virtual daemon's process id. */
  public static final int DAEMON_PID = 1000;

  /** A kernel whose waits move the given clock. */
  public FakePosix(ManualClock clock) {
    super(clock);
  }

  @Override
  public FakeKernel kernel() {
    return this;
  }

  /** The daemon was killed in a system call, which was not made. */
  public static final class KilledError extends Error {
    private static final long serialVersionUID = 1L;

    KilledError() {
      super("the daemon has been killed", null, false, false);
    }
  }

  /** The daemon has replaced itself: what follows is another program's. */
  public static final class ExecutedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExecutedException() {
      super("the daemon has been replaced");
    }
  }
}
