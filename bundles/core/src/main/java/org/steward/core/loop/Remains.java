package org.steward.core.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.steward.core.posix.Posix;
import org.steward.core.posix.PosixException;
import org.steward.core.posix.Signals;
import org.steward.core.posix.Survival.Relative;
import org.steward.core.process.Moment;

/**
 * Kills what ended children left behind, where their configuration asks for it. To look through all
 * processes takes a while and is done off the loop, again and again until nothing is found: what is
 * being killed may just be forking.
 */
final class Remains {
  /** So often, then it is left: what still forks then is faster than any search. */
  private static final int MOST_HUNTS = 100;

  private static final long PAUSE = Moment.SECOND / 50;

  private final LoopParts parts;
  private final Executor searches;
  private final Consumer<Message> loop;

  /**
   * A hunter.
   *
   * @param searches where the searches run; never the loop's own thread
   * @param loop takes what they find
   */
  Remains(LoopParts parts, Executor searches, Consumer<Message> loop) {
    this.parts = parts;
    this.searches = searches;
    this.loop = loop;
  }

  /** Looks for what a child left that has ended and was not reaped; tells the loop. */
  void hunt(Child child) {
    // One that another process reaped has no id any more that is surely its own.
    int leader = child.own && child.reaped == null ? child.pid : 0;
    long token = child.token;
    String mark = child.mark;
    String group = parts.settings().controlGroups() ? child.controlGroup() : null;
    child.hunts++;
    searches.execute(() -> loop.accept(search(parts.posix(), token, leader, mark, group)));
  }

  private static Message.Hunted search(
      Posix posix, long token, int leader, String mark, @Nullable String group) {
    List<Integer> killed = new ArrayList<>();
    if (group != null) {
      killed.addAll(posix.killGroup(group));
    }
    List<Integer> refused = new ArrayList<>();
    try {
      for (Relative relative : posix.relativesOf(leader, mark)) {
        kill(posix, relative, killed, refused);
      }
    } catch (PosixException e) {
      return new Message.Hunted(token, killed, List.of());
    }
    return new Message.Hunted(token, killed, refused);
  }

  private static void kill(
      Posix posix, Relative relative, List<Integer> killed, List<Integer> refused) {
    int pidfd;
    try {
      pidfd = posix.pidfdOpen(relative.pid());
    } catch (PosixException gone) {
      return;
    }
    try {
      if (posix.startTime(relative.pid()) == relative.startTime()) {
        boolean done = posix.pidfdKill(pidfd, Signals.SIGKILL) == 0;
        (done ? killed : refused).add(relative.pid());
      }
    } finally {
      posix.close(pidfd);
    }
  }

  /** Takes what a search found; returns whether it was the last one. */
  boolean areGone(Child child, Message.Hunted hunt) {
    child.remainsKilled.addAll(hunt.killed());
    if (!hunt.killed().isEmpty() && child.hunts < MOST_HUNTS) {
      parts.timers().after(PAUSE, () -> hunt(child));
      return false;
    }
    String whose = "'" + child.process.machine.id().name() + "' (" + child.pid + ")";
    if (!child.remainsKilled.isEmpty()) {
      parts.log().info("killed what " + whose + " left behind: " + child.remainsKilled);
    }
    child.survivors.addAll(hunt.refused());
    child.survivors.addAll(hunt.killed());
    if (!child.survivors.isEmpty()) {
      parts.log().warn("cannot kill what " + whose + " left behind: " + child.survivors);
    }
    return true;
  }
}
