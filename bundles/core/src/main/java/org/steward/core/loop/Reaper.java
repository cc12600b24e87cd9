package org.steward.core.loop;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.steward.core.posix.Errno;
import org.steward.core.posix.ExitStatus;
import org.steward.core.posix.Posix;
import org.steward.core.posix.PosixException;
import org.steward.core.posix.Processes.ReapedChild;
import org.steward.core.process.Ending;
import org.steward.core.process.Moment;

/**
 * Learns how children ended. One that an earlier daemon spawned is another process's to reap; the
 * kernel tells its status once that is done. On the loop only.
 */
final class Reaper {
  /** How long another process may take to reap a child of an earlier daemon. */
  private static final long PATIENCE = Moment.SECOND;

  private final LoopParts parts;
  private final Posix posix;

  Reaper(LoopParts parts) {
    this.parts = parts;
    this.posix = parts.posix();
  }

  /** How a child ended that was seen to have ended. */
  Ending ending(Child child) {
    Ending known = child.reaped;
    return known != null ? known : child.own ? reap(child) : unknown("");
  }

  private Ending reap(Child child) {
    try {
      ExitStatus status = posix.reap(child.pidfd);
      return status == null ? unknown("") : ending(status);
    } catch (PosixException e) {
      return unknown(": " + Errno.name(e.errno()));
    }
  }

  /**
   * Whether all is known of the end of a child of an earlier daemon that will ever be.
   *
   * @param again called once more is known, where not
   */
  boolean hasLearned(Child child, Runnable again) {
    ExitStatus status = posix.exitStatusOf(child.pidfd, child.pid);
    if (status != null) {
      child.reaped = ending(status);
    }
    if (status != null || child.awaitsReaper) {
      return true;
    }
    child.awaitsReaper = true;
    // Readable it stays until then; a hang-up says that its parent has reaped it.
    parts.poller().modify(child.pidfd, 0, Token.of(Token.EXIT, child.token));
    parts.timers().after(PATIENCE, again);
    return false;
  }

  /**
   * Reaps whatever ended, as PID 1 has to; ends of own children are kept until their turn comes.
   */
  void reapAll(Collection<Child> children) {
    for (ReapedChild orphan = posix.reapAny(); orphan != null; orphan = posix.reapAny()) {
      Child own = withPid(orphan.pid(), children);
      if (own == null) {
        parts
            .log()
            .info("reaped unknown pid " + orphan.pid() + " (" + orphan.status().describe() + ")");
      } else {
        own.reaped = ending(orphan.status());
      }
    }
  }

  private static @Nullable Child withPid(int pid, Collection<Child> children) {
    for (Child child : children) {
      if (child.pid == pid) {
        return child;
      }
    }
    return null;
  }

  private static Ending ending(ExitStatus status) {
    return new Ending(status.code(), status.signal(), status.describe());
  }

  /** An end nobody can tell anything of. */
  static Ending unknown(String why) {
    return new Ending(-1, 0, "exit status unknown" + why);
  }
}
