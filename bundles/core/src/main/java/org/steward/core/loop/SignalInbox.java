package org.steward.core.loop;

import java.util.LinkedHashSet;
import java.util.Set;
import org.steward.api.process.SupervisorState;
import org.steward.core.posix.Signals;

/** What the daemon's own signals mean. On the loop only. */
final class SignalInbox {
  private final LoopParts parts;
  private final Children children;
  private final EndSequence end;
  private final int signalFd;

  SignalInbox(LoopParts parts, Children children, EndSequence end) {
    this.parts = parts;
    this.children = children;
    this.end = end;
    this.signalFd = parts.posix().signalFd(signals(parts.settings().reapOrphans()));
    parts
        .poller()
        .addAtStart(signalFd, org.steward.core.posix.Polling.EPOLLIN, Token.of(Token.SIGNAL, 0));
  }

  private static Set<Integer> signals(boolean reapOrphans) {
    Set<Integer> signals =
        new LinkedHashSet<>(
            Set.of(
                Signals.SIGTERM, Signals.SIGINT, Signals.SIGQUIT, Signals.SIGHUP, Signals.SIGUSR2));
    if (reapOrphans) {
      signals.add(Signals.SIGCHLD);
    }
    return signals;
  }

  void ready() {
    for (int signal = parts.posix().readSignal(signalFd);
        signal != 0;
        signal = parts.posix().readSignal(signalFd)) {
      handle(signal);
    }
  }

  private void handle(int signal) {
    String name = Signals.name(signal);
    switch (signal) {
      case Signals.SIGTERM, Signals.SIGINT, Signals.SIGQUIT -> {
        parts.log().warn("received " + name + " indicating exit request");
        end.begin(SupervisorState.SHUTDOWN);
      }
      case Signals.SIGHUP -> {
        if (end.state() == SupervisorState.SHUTDOWN) {
          parts
              .log()
              .warn("ignored " + name + " indicating restart request (shutdown in progress)");
        } else {
          parts.log().warn("received " + name + " indicating restart request");
          end.begin(SupervisorState.RESTARTING);
        }
      }
      case Signals.SIGUSR2 -> {
        parts.log().info("received " + name + " indicating log reopen request");
        parts.output().reopenLogs();
      }
      case Signals.SIGCHLD -> {
        parts.log().debug("received " + name + " indicating a child quit");
        children.reapOrphans();
      }
      default -> parts.log().debug("received " + name + " indicating nothing");
    }
  }

  void close() {
    parts.poller().remove(signalFd);
    parts.posix().close(signalFd);
  }
}
