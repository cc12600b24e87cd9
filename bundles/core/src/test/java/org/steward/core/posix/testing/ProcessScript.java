package org.steward.core.posix.testing;

import java.time.Duration;
import java.util.Arrays;
import org.steward.core.posix.Signals;

/** How a virtual process behaves. */
@FunctionalInterface
public interface ProcessScript {
  /**
   * A signal other than KILL, STOP and CONT reached it; {@link FakeProcess#defaultAction} does what
   * the kernel would do.
   */
  void signalled(FakeProcess self, int signal);

  /** It has just been spawned; the place to arrange what it does on its own. */
  default void started(FakeProcess self) {}

  /** Runs for ever and dies of any signal that kills by default. */
  static ProcessScript obedient() {
    return FakeProcess::defaultAction;
  }

  /** Runs for ever and ignores the given signals. */
  static ProcessScript ignoring(int... signals) {
    return (self, signal) -> {
      if (Arrays.stream(signals).noneMatch(ignored -> ignored == signal)) {
        self.defaultAction(signal);
      }
    };
  }

  /** Catches TERM, INT, QUIT and HUP and exits with 0 some time after the first. */
  static ProcessScript cleaningUpFor(Duration time) {
    return (self, signal) -> {
      switch (signal) {
        case Signals.SIGTERM, Signals.SIGINT, Signals.SIGQUIT, Signals.SIGHUP ->
            self.after(time, () -> self.exit(0));
        default -> self.defaultAction(signal);
      }
    };
  }

  /** Exits by itself some time after its start. */
  static ProcessScript exitingAfter(Duration time, int code) {
    return new ProcessScript() {
      @Override
      public void started(FakeProcess self) {
        self.after(time, () -> self.exit(code));
      }

      @Override
      public void signalled(FakeProcess self, int signal) {
        self.defaultAction(signal);
      }
    };
  }
}
