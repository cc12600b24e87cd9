package org.steward.core.loop;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steward.core.config.GroupConfig;
import org.steward.core.output.ChildOutput;
import org.steward.core.posix.Errno;
import org.steward.core.posix.ExitStatus;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Polling;
import org.steward.core.posix.Posix;
import org.steward.core.posix.PosixException;
import org.steward.core.posix.Processes.ReapedChild;
import org.steward.core.posix.Signals;
import org.steward.core.process.Ending;

/**
 * The children from preparation to burial: prepare the logs, spawn, signal, notice the end, drain,
 * reap. On the loop only.
 *
 * <p>A child's end is applied only after the output room has all it wrote: pidfd readable, drain,
 * reap.
 */
final class Children {
  private static final int LISTENER_READ = 64 * 1024;
  private static final int MOST_LAST_READS = 64;

  private final LoopParts parts;
  private final Posix posix;
  private final Spawner spawner;
  private final NativeBuffer buffer;
  private final Map<Long, Child> byToken = new HashMap<>();
  private @Nullable Driver driver;
  private long lastToken;

  Children(LoopParts parts, Spawner spawner) {
    this.parts = parts;
    this.posix = parts.posix();
    this.spawner = spawner;
    this.buffer = posix.allocate(LISTENER_READ);
  }

  void drivenBy(Driver present) {
    driver = present;
  }

  /** Begins to make a child: its logs are opened first, as that may take a while and may fail. */
  void prepare(Supervised process) {
    Child child = new Child(++lastToken, process);
    byToken.put(child.token, child);
    process.child = child;
    parts
        .output()
        .prepare(
            new ChildOutput(
                child.token,
                process.machine.id(),
                process.logs,
                process.machine.config().output(),
                isListener(child)));
  }

  /** The logs are open, or could not be. */
  void prepared(long token, int errno, @Nullable String path) {
    Child child = byToken.get(token);
    if (child == null) {
      return;
    }
    if (child.calledOff) {
      abandon(child);
      driver().give(child.process, org.steward.core.process.Input.SPAWN_CALLED_OFF);
    } else if (errno != 0) {
      abandon(child);
      driver().spawnFailed(child.process, logWords(child, errno, path));
    } else {
      spawn(child);
    }
  }

  private void spawn(Child child) {
    Spawner.Spawned spawned;
    try {
      spawned = spawner.spawn(child);
    } catch (SpawnProblem problem) {
      abandon(child);
      driver().spawnFailed(child.process, problem.words());
      return;
    }
    child.pid = spawned.pid();
    child.pidfd = spawned.pidfd();
    if (spawned.stdin() >= 0) {
      child.stdin =
          new StdinWriter(
              posix,
              posix,
              buffer,
              parts.poller().descriptor(),
              spawned.stdin(),
              Token.of(Token.STDIN, child.token));
    }
    boolean listener = isListener(child);
    if (listener) {
      child.listenerOutput = spawned.stdout();
      parts.poller().add(spawned.stdout(), Polling.EPOLLIN, Token.of(Token.LISTENER, child.token));
    }
    parts
        .output()
        .attach(child.token, child.pid, listener ? -1 : spawned.stdout(), spawned.stderr());
    driver().spawned(child.process, child.pid);
  }

  private void abandon(Child child) {
    parts.output().discard(child.token);
    byToken.remove(child.token);
    child.process.child = null;
  }

  /** Signals a process's child, or calls off the one that is being prepared. */
  void signal(Supervised process, int signal, boolean toGroup) {
    Child child = process.child;
    if (child == null) {
      return;
    }
    if (!child.isAlive()) {
      child.calledOff = true;
      return;
    }
    parts
        .log()
        .debug(
            "killing "
                + process.machine.id().name()
                + " (pid "
                + child.pid
                + ") "
                + (toGroup ? "process group " : "")
                + "with signal "
                + Signals.name(signal));
    int result = toGroup ? posix.kill(-child.pid, signal) : posix.pidfdKill(child.pidfd, signal);
    if (result == -Errno.ESRCH) {
      parts
          .log()
          .debug(
              "unable to signal "
                  + process.machine.id().name()
                  + " (pid "
                  + child.pid
                  + "), it probably just exited on its own");
    } else if (result < 0) {
      driver().signalFailed(process, Errno.name(-result));
    }
  }

  /** Sends a signal that is not meant to end the process; 0 or the negated errno. */
  int plainSignal(Supervised process, int signal) {
    Child child = process.child;
    if (child == null || !child.isAlive()) {
      return -Errno.ESRCH;
    }
    parts
        .log()
        .debug(
            "sending "
                + process.machine.id().name()
                + " (pid "
                + child.pid
                + ") sig "
                + Signals.name(signal));
    return posix.pidfdKill(child.pidfd, signal);
  }

  /** The child's pidfd is readable: it has ended. Its remaining output comes first. */
  void exitSeen(long token) {
    Child child = byToken.get(token);
    if (child == null) {
      return;
    }
    parts.poller().remove(child.pidfd);
    if (child.listenerOutput >= 0) {
      drainListener(child);
    }
    parts.output().drain(token);
  }

  /** All the child wrote is in its logs: now its end is applied. */
  void drained(long token) {
    Child child = byToken.remove(token);
    if (child == null) {
      return;
    }
    Ending ending = child.reaped != null ? child.reaped : reap(child);
    posix.close(child.pidfd);
    if (child.stdin != null) {
      child.stdin.close();
    }
    if (child.process.group.socket != null) {
      child.process.group.socket.release();
    }
    child.process.child = null;
    driver().ended(child.process, ending);
  }

  private Ending reap(Child child) {
    try {
      ExitStatus status = posix.reap(child.pidfd);
      return status == null ? new Ending(-1, 0, "exit status unknown") : ending(status);
    } catch (PosixException e) {
      return new Ending(-1, 0, "exit status unknown: " + Errno.name(e.errno()));
    }
  }

  /**
   * Reaps whatever ended, as PID 1 has to; ends of own children are kept until their turn comes.
   */
  void reapOrphans() {
    for (ReapedChild orphan = posix.reapAny(); orphan != null; orphan = posix.reapAny()) {
      Child own = withPid(orphan.pid());
      if (own == null) {
        parts
            .log()
            .info("reaped unknown pid " + orphan.pid() + " (" + orphan.status().describe() + ")");
      } else {
        own.reaped = ending(orphan.status());
      }
    }
  }

  private @Nullable Child withPid(int pid) {
    for (Child child : byToken.values()) {
      if (child.pid == pid) {
        return child;
      }
    }
    return null;
  }

  /** A child has read from its stdin, or closed it. */
  void stdinReady(long token) {
    Child child = byToken.get(token);
    if (child != null && child.stdin != null) {
      child.stdin.flush();
    }
  }

  /** A listener has written to its stdout, or closed it. */
  void listenerReady(long token) {
    Child child = byToken.get(token);
    if (child != null && child.listenerOutput >= 0) {
      readListener(child);
    }
  }

  private void drainListener(Child child) {
    // A descendant that still writes must not keep the loop here.
    for (int i = 0; i < MOST_LAST_READS && child.listenerOutput >= 0; i++) {
      if (readListener(child) <= 0) {
        break;
      }
    }
    closeListenerOutput(child);
  }

  private int readListener(Child child) {
    int count = posix.read(child.listenerOutput, buffer, 0, LISTENER_READ);
    if (count > 0) {
      byte[] bytes = buffer.copy(0, count);
      parts.output().append(child.token, org.steward.api.process.LogStream.STDOUT, bytes);
      parts.listeners().tell(protocol -> protocol.received(child.process.machine.id(), bytes));
    } else if (count != -Errno.EAGAIN) {
      closeListenerOutput(child);
    }
    return count;
  }

  private void closeListenerOutput(Child child) {
    if (child.listenerOutput >= 0) {
      parts.poller().remove(child.listenerOutput);
      posix.close(child.listenerOutput);
      child.listenerOutput = -1;
    }
  }

  private static Ending ending(ExitStatus status) {
    return new Ending(status.code(), status.signal(), status.describe());
  }

  private static String logWords(Child child, int errno, @Nullable String path) {
    String name = child.process.machine.id().name();
    if (errno == Errno.EMFILE || errno == Errno.ENFILE) {
      return "too many open files to spawn '" + name + "'";
    }
    return "unknown error making dispatchers for '"
        + name
        + "': "
        + Errno.name(errno)
        + (path == null ? "" : " (" + path + ")");
  }

  private static boolean isListener(Child child) {
    return child.process.group.config instanceof GroupConfig.ListenerPool;
  }

  private Driver driver() {
    Driver present = driver;
    if (present == null) {
      throw new IllegalStateException("no driver yet");
    }
    return present;
  }
}
