package org.steward.core.loop;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steward.core.config.GroupConfig;
import org.steward.core.journal.LivingChild;
import org.steward.core.output.ChildOutput;
import org.steward.core.posix.Credentials.Resource;
import org.steward.core.posix.Errno;
import org.steward.core.posix.Held;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Polling;
import org.steward.core.posix.Posix;
import org.steward.core.posix.Signals;
import org.steward.core.process.Ending;
import org.steward.core.process.Moment;

/**
 * The children from preparation to burial: prepare the logs, spawn, signal, notice the end, drain,
 * reap. On the loop only.
 *
 * <p>A child's end is applied only after the output room has all it wrote: pidfd readable, drain,
 * reap.
 */
final class Children {
  private static final int BUFFER_SIZE = 64 * 1024;

  private final LoopParts parts;
  private final Posix posix;
  private final Spawner spawner;
  private final NativeBuffer buffer;
  private final ListenerOutput listenerOutput;
  private final Reaper reaper;
  private final Preparations preparations;
  private final Remains remains;
  private final Map<Long, Child> byToken = new HashMap<>();
  private @Nullable Driver driver;
  private long lastToken;

  Children(LoopParts parts, Spawner spawner, Remains remains) {
    this.parts = parts;
    this.posix = parts.posix();
    this.spawner = spawner;
    this.buffer = posix.allocate(BUFFER_SIZE);
    this.listenerOutput = new ListenerOutput(parts, buffer);
    this.reaper = new Reaper(parts);
    this.remains = remains;
    this.preparations =
        new Preparations(posix.limit(Resource.NOFILE).soft(), parts.output()::prepare);
    this.lastToken = parts.settings().lineage().lastToken();
  }

  void drivenBy(Driver present) {
    driver = present;
  }

  /** Begins to make a child: its logs are opened first, as that may take a while and may fail. */
  void prepare(Supervised process) {
    long token = ++lastToken;
    Child child = new Child(token, process, parts.settings().lineage().entry(token));
    byToken.put(child.token, child);
    process.child = child;
    parts.notes().intended(child);
    preparations.begin(output(child));
  }

  /** Has the output of a process's child, if there is one, treated as now configured. */
  void reconfigure(Supervised process) {
    Child child = process.child;
    if (child != null) {
      parts.notes().intended(child);
      parts.output().reconfigure(output(child));
    }
  }

  private static ChildOutput output(Child child) {
    Supervised process = child.process;
    return new ChildOutput(
        child.token,
        process.machine.id(),
        process.logs,
        process.machine.config().output(),
        isListener(child));
  }

  /**
   * Takes over a child of an earlier daemon.
   *
   * @param speaks whether its stdout, if it is a listener's, is to be understood by its pool
   */
  void adopt(Supervised process, LivingChild living, boolean speaks) {
    Child child = new Child(living.token(), process, living.intent().mark());
    lastToken = Math.max(lastToken, child.token);
    byToken.put(child.token, child);
    process.child = child;
    child.pid = living.pid();
    child.pidfd = living.pidfd();
    child.own = living.own();
    LivingChild.Ends ends = living.ends();
    openStdin(child, ends.stdin());
    boolean understood = speaks && isListener(child);
    if (understood) {
      listenerOutput.watch(child, ends.stdout());
    }
    parts.output().adopt(output(child), child.pid, understood ? -1 : ends.stdout(), ends.stderr());
    parts.poller().add(child.pidfd, Polling.EPOLLIN, Token.of(Token.EXIT, child.token));
  }

  /** The greatest token given so far. */
  long lastToken() {
    return lastToken;
  }

  /** Goes on counting where an earlier loop was. */
  void resume(long greatestToken) {
    lastToken = Math.max(lastToken, greatestToken);
  }

  /** Has the output room told all that listeners have said. */
  void flushListenerLogs() {
    byToken.values().forEach(listenerOutput::flush);
  }

  /** A process's child, for a later daemon; null where it has none, or has it yet to be spawned. */
  LoopMemory.@Nullable OfChild memory(Supervised process) {
    Child child = process.child;
    if (child == null || !child.isAlive()) {
      return null;
    }
    StdinWriter stdin = child.stdin;
    return new LoopMemory.OfChild(
        child.token,
        child.pid,
        child.mark,
        new Held(child.pidfd),
        child.own,
        stdin == null ? Held.NONE : stdin.held(),
        stdin == null ? new byte[0] : stdin.unwritten(),
        new Held(child.listenerOutput),
        child.usesSocket,
        child.reaped);
  }

  /**
   * Goes on with a child of an earlier daemon of this process. One that has ended meanwhile, or was
   * being drained, is seen to have ended.
   */
  void resume(Supervised process, LoopMemory.OfChild memory, Held socket) {
    Child child = new Child(memory.token(), process, memory.mark());
    byToken.put(child.token, child);
    process.child = child;
    child.pid = memory.pid();
    child.pidfd = memory.pidfd().fd();
    child.own = memory.own();
    child.reaped = memory.ended();
    openStdin(child, memory.stdin().fd());
    if (child.stdin != null) {
      child.stdin.resume(memory.unwritten());
    }
    if (isListener(child)) {
      listenerOutput.watch(child, memory.stdout().fd());
    }
    FastCgiSocket shared = process.group.socket;
    if (memory.usesSocket() && shared != null) {
      child.usesSocket = true;
      shared.adopt(socket.fd());
    }
    parts.poller().add(child.pidfd, Polling.EPOLLIN, Token.of(Token.EXIT, child.token));
  }

  /** The logs are open, or could not be. */
  void prepared(long token, int errno, @Nullable String path) {
    try {
      spawnPrepared(token, errno, path);
    } finally {
      preparations.over(token);
    }
  }

  private void spawnPrepared(long token, int errno, @Nullable String path) {
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
    child.usesSocket = child.process.group.socket != null;
    openStdin(child, spawned.stdin());
    boolean listener = isListener(child);
    if (listener) {
      listenerOutput.watch(child, spawned.stdout());
    }
    parts.notes().spawned(child, spawned.pipes());
    parts
        .output()
        .attach(child.token, child.pid, listener ? -1 : spawned.stdout(), spawned.stderr());
    driver().spawned(child.process, child.pid);
  }

  private void openStdin(Child child, int fd) {
    if (fd >= 0) {
      child.stdin =
          new StdinWriter(posix, parts.poller(), buffer, fd, Token.of(Token.STDIN, child.token));
    }
  }

  private void abandon(Child child) {
    parts.notes().ended(child);
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
    if (child == null || child.ended != null) {
      return;
    }
    if (child.own || child.reaped != null || reaper.hasLearned(child, () -> exitSeen(token))) {
      child.ended = parts.turn().now();
      driver().endSeen(child.process);
      parts.poller().remove(child.pidfd);
      listenerOutput.drain(child);
      parts.notes().ended(child);
      parts.output().drain(token);
    }
  }

  /** All the child wrote is in its logs: now its end is applied, once it has left nothing. */
  void drained(long token) {
    Child child = byToken.get(token);
    if (child == null) {
      return;
    }
    if (child.process.machine.config().stop().killTree()) {
      remains.hunt(child);
    } else {
      bury(child);
    }
  }

  /** What the child left behind was looked for and killed. */
  void hunted(Message.Hunted hunt) {
    Child child = byToken.get(hunt.token());
    if (child != null && remains.areGone(child, hunt)) {
      bury(child);
    }
  }

  private void bury(Child child) {
    byToken.remove(child.token);
    Ending ending = reaper.ending(child);
    posix.close(child.pidfd);
    if (child.stdin != null) {
      child.stdin.close();
    }
    if (child.usesSocket && child.process.group.socket != null) {
      child.process.group.socket.release();
    }
    child.process.child = null;
    Supervised process = child.process;
    Moment seen = child.ended;
    driver().ended(process, ending, seen == null ? parts.turn().now() : seen);
    process.machine.leftBehind(child.survivors);
  }

  /** Reaps whatever ended, as PID 1 has to. */
  void reapOrphans() {
    reaper.reapAll(byToken.values());
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
    if (child != null) {
      listenerOutput.ready(child);
    }
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
