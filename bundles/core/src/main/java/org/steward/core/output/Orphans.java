package org.steward.core.output;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Pipes whose child has ended while a process it left behind goes on writing. Such a process holds
 * both ends, so that nobody reading would not break its pipe but block it for ever: what it writes
 * goes to the log as before, without events. Loop only.
 */
final class Orphans {
  /** Most that are read; beyond, the oldest is given up. */
  static final int MOST = 256;

  /** A shell's last command mostly ends soon after it. */
  private static final long WORTH_MENTIONING_NANOS = 10_000_000_000L;

  private final LoopTools tools;
  private final Set<ChildStream> streams = new LinkedHashSet<>();

  Orphans(LoopTools tools) {
    this.tools = tools;
  }

  /** Takes a stream over whose child's own output has been read. */
  void add(ChildStream stream) {
    if (streams.size() >= MOST) {
      giveUp(streams.iterator().next());
    }
    streams.add(stream);
    stream.outlive(() -> streams.remove(stream));
    tools.timers().after(WORTH_MENTIONING_NANOS, () -> mention(stream));
  }

  /** All there are, for a later daemon. */
  List<OutputMemory.OfOrphan> memory() {
    return streams.stream().map(ChildStream::orphan).toList();
  }

  private void mention(ChildStream stream) {
    if (streams.contains(stream)) {
      tools
          .log()
          .info(stream.name() + " is held open by a process it left behind, still reading it");
    }
  }

  private void giveUp(ChildStream stream) {
    streams.remove(stream);
    stream.close();
    tools
        .log()
        .warn(
            "no longer reading "
                + stream.name()
                + ", held open by a process it left behind: "
                + MOST
                + " such pipes are being read already; it blocks when its pipe is full");
  }

  /** At the daemon's end: takes all that can be read now. */
  void drainAll() {
    for (ChildStream stream : streams) {
      stream.drain();
      stream.close();
    }
    streams.clear();
  }
}
