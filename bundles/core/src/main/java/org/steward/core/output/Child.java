package org.steward.core.output;

import org.jspecify.annotations.Nullable;
import org.steward.api.process.LogStream;
import org.steward.core.posix.Errno;
import org.steward.core.posix.PosixException;

/** One child's two streams, from {@link Output#prepare} to the end of {@link Output#drain}. */
final class Child {
  /** Most bytes kept of a stream whose log takes none; more are lost once the child has ended. */
  static final int ALLOWANCE = 256 * 1024;

  private ChildOutput output;
  private final LoopTools tools;
  private final LogFiles files;
  private final OutputFigures.OfProcess figures;
  private final ChildStream stdout;
  private final ChildStream stderr;
  private @Nullable Runnable onDrained;
  private int pid;

  Child(ChildOutput output, LoopTools tools, LogFiles files) {
    this.output = output;
    this.tools = tools;
    this.files = files;
    this.figures = tools.figures().use(output.id());
    this.stdout = open(LogStream.STDOUT);
    this.stderr = open(LogStream.STDERR);
  }

  private ChildStream open(LogStream stream) {
    return new ChildStream(name(stream), tools, figures.bytes(stream));
  }

  String name(LogStream stream) {
    return stream.label() + " of '" + output.id().displayName() + "'";
  }

  /**
   * Opens a stream's log.
   *
   * @throws PosixException where it cannot be opened
   */
  void open(LogStream stream, OutputNotices notices, Syslog syslog, boolean stripAnsi) {
    ChildStream opened = stream(stream);
    String path = stream == LogStream.STDOUT ? output.logs().stdout() : output.logs().stderr();
    EventOffers events = new EventOffers(notices, tools.timers(), () -> eventsTaken(opened));
    opened.offerTo(events);
    LogWriter file = writer(path, stream);
    var ends = new StreamTreatment.StreamEnds(file, syslog, events, tools.log());
    opened.leadTo(file, StreamTreatment.of(output, stream, ends, stripAnsi));
  }

  private @Nullable LogWriter writer(@Nullable String path, LogStream stream) {
    RotationRule rule = RotationRule.of(StreamTreatment.config(output, stream));
    return path == null ? null : files.open(path, rule, ALLOWANCE, stream(stream)::reconsider);
  }

  /** Treats what comes from now on as another configuration says. */
  void reconfigure(ChildOutput wanted, Syslog syslog, boolean stripAnsi) {
    output = wanted;
    for (LogStream stream : LogStream.values()) {
      String path = stream == LogStream.STDOUT ? wanted.logs().stdout() : wanted.logs().stderr();
      try {
        LogWriter file = writer(path, stream);
        stream(stream)
            .turnTo(
                file,
                ends ->
                    StreamTreatment.of(
                        wanted,
                        stream,
                        new StreamTreatment.StreamEnds(file, syslog, ends, tools.log()),
                        stripAnsi));
      } catch (PosixException e) {
        tools
            .log()
            .error(
                "cannot open the new log of "
                    + name(stream)
                    + ": "
                    + Errno.name(e.errno())
                    + " ("
                    + path
                    + "); it goes on with the old one");
      }
    }
  }

  void attach(int process, int stdoutPipe, int stderrPipe) {
    pid = process;
    stdout.attach(pid, stdoutPipe);
    stderr.attach(pid, stderrPipe);
  }

  /** All it knows, for a later daemon. */
  OutputMemory.OfChild memory() {
    return new OutputMemory.OfChild(output, pid, stdout.memory(), stderr.memory());
  }

  /** Whether there is a process that writes, or was one. */
  boolean isAttached() {
    return pid != 0;
  }

  /** Goes on where an earlier daemon was. */
  void resume(OutputMemory.OfChild memory) {
    pid = memory.pid();
    stdout.resume(pid, memory.stdout());
    stderr.resume(pid, memory.stderr());
  }

  void append(LogStream to, byte[] bytes) {
    stream(to).append(bytes);
  }

  /** Forgets its logs without having written to them. */
  void closeLogs() {
    figures.release();
    stdout.closeLog();
    stderr.closeLog();
  }

  /**
   * Reads and closes its pipes.
   *
   * @param orphans takes those that others still write to, null where they are to meet a broken
   *     pipe
   * @param whenDone called once its events are taken too, so that they come before its exit
   */
  void drain(@Nullable Orphans orphans, Runnable whenDone) {
    onDrained = whenDone;
    drain(stdout, orphans);
    drain(stderr, orphans);
    finishDraining();
  }

  private static void drain(ChildStream stream, @Nullable Orphans orphans) {
    boolean more = stream.drain();
    if (more && orphans != null) {
      orphans.add(stream);
    } else {
      stream.close();
    }
  }

  private void eventsTaken(ChildStream stream) {
    stream.reconsider();
    finishDraining();
  }

  private void finishDraining() {
    Runnable done = onDrained;
    if (done != null && !stdout.awaitsEvents() && !stderr.awaitsEvents()) {
      onDrained = null;
      figures.release();
      done.run();
    }
  }

  private ChildStream stream(LogStream stream) {
    return stream == LogStream.STDOUT ? stdout : stderr;
  }
}
