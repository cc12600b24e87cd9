package org.steward.core.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.api.control.UpgradeReport;
import org.steward.core.control.UpgradeDesk;
import org.steward.core.output.ActivityLog;
import org.steward.core.posix.Descriptors;
import org.steward.core.posix.Polling;
import org.steward.core.posix.Posix;
import org.steward.core.posix.PosixException;
import org.steward.core.posix.Signals;
import org.steward.core.posix.SpawnRequest;

/**
 * Tries an installation before it takes over: starts it as a child, with the command line and the
 * environment it is going to have, up to where it says that it is ready. So whatever keeps it from
 * starting is found out while this daemon still works. Any thread but the loops.
 */
final class Upgrades implements UpgradeDesk {
  /** Tells a program that it is only tried, and the format of what it would have to read. */
  static final String CHECK = "STEWARD_HANDOVER_CHECK";

  /** What the launcher says last where all of its bundles have started. */
  private static final String READY = "ready";

  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final Posix posix;
  private final Succession succession;
  private final ActivityLog log;
  private final UpgradeReport last;
  private final AtomicBoolean busy = new AtomicBoolean();

  Upgrades(Posix posix, Succession succession, ActivityLog log, UpgradeReport last) {
    this.posix = posix;
    this.succession = succession;
    this.log = log;
    this.last = last;
  }

  @Override
  public UpgradeReport last() {
    return last;
  }

  @Override
  public CompletionStage<Void> check() {
    if (!busy.compareAndSet(false, true)) {
      return CompletableFuture.failedStage(
          new SupervisorFault(Fault.FAILED, "another upgrade is under way"));
    }
    CompletableFuture<Void> done = new CompletableFuture<>();
    Thread thread = new Thread(() -> check(done), "upgrade-check");
    thread.setDaemon(true);
    thread.start();
    return done;
  }

  private void check(CompletableFuture<Void> done) {
    try {
      String program = program();
      String problem = tryOut(program);
      if (problem == null) {
        log.info("upgrading: " + program + " takes over");
        done.complete(null);
      } else {
        log.warn("not upgraded: " + program + " cannot start: " + problem);
        done.completeExceptionally(
            new SupervisorFault(Fault.FAILED, program + " cannot start: " + problem));
      }
    } catch (IOException | PosixException e) {
      log.warn("not upgraded: " + e.getMessage());
      done.completeExceptionally(new SupervisorFault(Fault.FAILED, String.valueOf(e.getMessage())));
    } finally {
      busy.set(false);
    }
  }

  /** The file that starts what is installed now, wherever symbolic links lead by now. */
  static String program() throws IOException {
    String started = System.getenv(Succession.PROGRAM);
    if (started == null) {
      throw new IOException("cannot tell what is installed: not started by bin/supervisord");
    }
    return Path.of(started).toRealPath().toString();
  }

  private @Nullable String tryOut(String program) throws IOException {
    int output = posix.memoryFile("steward-check");
    int devNull = posix.open("/dev/null", Descriptors.O_RDWR, 0);
    try {
      int pid =
          posix.spawn(
              new SpawnRequest(
                  program,
                  succession.commandLine(program),
                  succession.environment(CHECK + "=" + Handover.FORMAT),
                  null,
                  null,
                  devNull,
                  output,
                  output));
      boolean ended = awaitEnd(pid);
      String said = Files.readString(Path.of("/proc/self/fd/" + output)).strip();
      boolean ready = said.equals(READY) || said.endsWith("\n" + READY);
      return !ended ? "it did not get ready in time; " + said : ready ? null : said;
    } finally {
      posix.close(output);
      posix.close(devNull);
    }
  }

  private boolean awaitEnd(int pid) {
    int pidfd = posix.pidfdOpen(pid);
    int epoll = posix.epollCreate();
    try {
      posix.epollAdd(epoll, pidfd, Polling.EPOLLIN, 1);
      boolean ended = posix.epollWait(epoll, posix.pollEvents(1), PATIENCE_NANOS) > 0;
      if (!ended) {
        posix.kill(-pid, Signals.SIGKILL);
        posix.epollWait(epoll, posix.pollEvents(1), PATIENCE_NANOS);
      }
      posix.reap(pidfd);
      return ended;
    } catch (PosixException reapedAlready) {
      return true; // process 1 reaps whatever ends
    } finally {
      posix.close(epoll);
      posix.close(pidfd);
    }
  }
}
