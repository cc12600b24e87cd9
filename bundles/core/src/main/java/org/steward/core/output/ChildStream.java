package org.steward.core.output;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.steward.core.journal.Transit;
import org.steward.core.posix.Errno;
import org.steward.core.posix.Held;
import org.steward.core.posix.Posix;
import org.steward.core.posix.PosixException;

/**
 * One output stream of one child: its pipe, as long as that is open, and where its bytes go. The
 * pipe is watched only while its bytes can be passed on, so that a full disk makes this child wait
 * and no other. Loop only.
 */
final class ChildStream {
  /** So many reads and a flooding child has to let others have their turn. */
  private static final int READS_PER_TURN = 4;

  private static final long RETRY_NANOS = 1_000_000_000L;

  /** The most a pipe can hold for a user without privileges: what an ended child can have left. */
  private static final int LARGEST_PIPE = 1024 * 1024;

  private final String name;
  private final LoopTools tools;
  private final LongAdder written;
  private @Nullable LogWriter file;
  private @Nullable StreamTreatment treatment;
  private Poller.@Nullable Watch watch;
  private @Nullable Runnable outlived;
  private @Nullable EventOffers events;
  private int pid;
  private int fd = -1;

  /**
   * A stream that goes nowhere yet.
   *
   * @param name what it is, for the log
   * @param written counts the bytes that come
   */
  ChildStream(String name, LoopTools tools, LongAdder written) {
    this.name = name;
    this.tools = tools;
    this.written = written;
  }

  /** Decides where the bytes go; straight to the file where there is no treatment. */
  void leadTo(@Nullable LogWriter to, @Nullable StreamTreatment by) {
    file = to;
    treatment = by;
  }

  /** Decides which way its events take, whatever treatment makes them: they stay in order. */
  void offerTo(EventOffers way) {
    events = way;
  }

  /**
   * Has the bytes go another way from now on; what the old treatment held goes the old way.
   *
   * @param to the new log, null for none
   * @param by makes the new treatment, given the way of the events
   */
  void turnTo(@Nullable LogWriter to, Function<EventOffers, @Nullable StreamTreatment> by) {
    EventOffers way = events;
    if (way == null) {
      throw new IllegalStateException(name + " leads nowhere yet");
    }
    if (treatment != null) {
      treatment.cutShort();
    }
    closeLog();
    StreamTreatment next = by.apply(way);
    leadTo(to, next);
    if (next != null) {
      next.setPid(pid);
    }
    reconsider();
  }

  /** Takes over the pipe, -1 for none. */
  void attach(int child, int pipe) {
    pid = child;
    fd = pipe;
    if (treatment != null) {
      treatment.setPid(pid);
    }
    reconsider();
  }

  /** All it knows, for the stream of a later daemon; but for a pipe that outlives its child. */
  OutputMemory.OfStream memory() {
    return new OutputMemory.OfStream(
        outlived == null ? new Held(fd) : Held.NONE,
        treatment == null ? null : treatment.memory(),
        events == null ? List.of() : events.held());
  }

  /** As what outlived its child. */
  OutputMemory.OfOrphan orphan() {
    return new OutputMemory.OfOrphan(
        name,
        file == null ? null : file.path(),
        file == null ? new RotationRule(0, 0) : file.rule(),
        new Held(fd));
  }

  /** Goes on where the stream of an earlier daemon was. */
  void resume(int child, OutputMemory.OfStream memory) {
    OutputMemory.OfTreatment before = memory.treatment();
    if (treatment != null && before != null) {
      treatment.resume(before);
    }
    EventOffers way = events;
    if (way != null) {
      memory.events().forEach(way::offer);
    }
    attach(child, memory.pipe().fd());
  }

  /** Takes bytes that came another way than by the pipe. */
  void append(byte[] bytes) {
    written.add(bytes.length);
    if (treatment != null) {
      treatment.take(bytes);
    } else if (file != null) {
      file.write(bytes);
    }
  }

  /** Watches the pipe, or stops watching it, as its bytes can be passed on or not. */
  void reconsider() {
    boolean wanted = fd >= 0 && !blocked();
    if (wanted && watch == null) {
      watch();
    } else if (!wanted && watch != null) {
      watch.end();
      watch = null;
    }
  }

  /** Where the system does not let it be watched now, the program waits until it does. */
  private void watch() {
    try {
      watch = tools.poller().watch(fd, Posix.EPOLLIN, name, events -> readable());
    } catch (PosixException e) {
      tools
          .log()
          .error("cannot watch " + name + ": " + Errno.name(e.errno()) + "; it is tried again");
      tools.timers().after(RETRY_NANOS, this::reconsider);
    }
  }

  /** Whether events of it wait for room at the supervision loop. */
  boolean awaitsEvents() {
    return events != null && events.waiting();
  }

  /**
   * Reads what an ended child left; whatever treatment its output had ends with it.
   *
   * @return whether others still hold the pipe, and may write to it
   */
  boolean drain() {
    int count = 1;
    for (int read = 0; fd >= 0 && count > 0 && read < LARGEST_PIPE; read += count) {
      count = readOnce();
    }
    if (treatment != null) {
      treatment.end();
    }
    return fd >= 0 && (count > 0 || count == -Errno.EAGAIN);
  }

  /** Closes the pipe and takes leave of the log. */
  void close() {
    closePipe();
    closeLog();
  }

  /**
   * Goes on as a mere pipe to a file, for what the ended child left running.
   *
   * @param whenEnded called once nobody holds the pipe any more
   */
  void outlive(Runnable whenEnded) {
    outlived = whenEnded;
    reconsider();
  }

  /** What it is, for the log. */
  String name() {
    return name;
  }

  void closeLog() {
    if (file != null) {
      file.close();
      file = null;
    }
  }

  private boolean blocked() {
    return (file != null && file.blocked()) || (outlived == null && awaitsEvents());
  }

  /** A short read has emptied the pipe: reading on would only bring EAGAIN. */
  private void readable() {
    for (int i = 0; i < READS_PER_TURN && fd >= 0 && !blocked(); i++) {
      int count = readOnce();
      if (count == 0 || (count < 0 && count != -Errno.EAGAIN && count != -Errno.EINTR)) {
        ended(count);
      }
      if (count < LoopTools.BUFFER_SIZE) {
        break;
      }
    }
    reconsider();
  }

  private int readOnce() {
    Transit transit = tools.transit();
    int most = transit.outlives() ? announce(transit) : LoopTools.BUFFER_SIZE;
    int count = tools.posix().read(fd, transit.bytes(), 0, most);
    if (count > 0) {
      pass(count);
    }
    transit.settled();
    return count;
  }

  /**
   * Notes where the next bytes belong, if they go to a file just as they are. Nobody else reads the
   * pipe, so what it holds now is what a read of so many bytes brings.
   *
   * @return how many to read
   */
  private int announce(Transit transit) {
    LogWriter to = file;
    if (to == null || !verbatim() || !to.isPlain()) {
      return LoopTools.BUFFER_SIZE;
    }
    int count = Math.min(tools.posix().available(fd), LoopTools.BUFFER_SIZE);
    if (count <= 0) {
      return LoopTools.BUFFER_SIZE;
    }
    transit.expect(to.path(), to.size(), count);
    return count;
  }

  private boolean verbatim() {
    return treatment == null || outlived != null || treatment.isVerbatim();
  }

  private void pass(int count) {
    written.add(count);
    if (treatment != null && outlived == null) {
      treatment.take(tools.transit().bytes().copy(0, count));
    } else if (file != null) {
      file.write(tools.transit().bytes(), count);
    }
  }

  /** The child, and all that share its pipe, closed it: nothing more will come. */
  private void ended(int result) {
    if (result < 0) {
      tools.log().error("cannot read " + name + ": " + Errno.name(-result) + "; pipe closed");
    } else {
      tools.log().debug("fd " + fd + " closed, stopped monitoring " + name);
    }
    closePipe();
    if (outlived != null) {
      closeLog();
      outlived.run();
    }
  }

  private void closePipe() {
    if (watch != null) {
      watch.end();
      watch = null;
    }
    if (fd >= 0) {
      tools.posix().close(fd);
      fd = -1;
    }
  }
}
