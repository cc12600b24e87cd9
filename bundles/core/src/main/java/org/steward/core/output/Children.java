package org.steward.core.output;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.steward.api.process.LogStream;
import org.steward.core.posix.Errno;
import org.steward.core.posix.PosixException;

/** The children whose output is being kept, by token. Loop only. */
final class Children {
  private final LoopTools tools;
  private final LogFiles files;
  private final Syslog syslog;
  private final OutputNotices notices;
  private final OutputSettings settings;
  private final Orphans orphans;
  private final Map<Long, Child> children = new HashMap<>();

  /** Those that have ended, and whose events wait for room at the supervision loop. */
  private final Map<Long, Child> draining = new HashMap<>();

  Children(
      LoopTools tools,
      LogFiles files,
      Syslog syslog,
      OutputNotices notices,
      OutputSettings settings) {
    this.tools = tools;
    this.files = files;
    this.syslog = syslog;
    this.notices = notices;
    this.settings = settings;
    this.orphans = new Orphans(tools);
  }

  void prepare(ChildOutput output) {
    tools.thread().check();
    Child child = new Child(output, tools, files);
    for (LogStream stream : LogStream.values()) {
      try {
        child.open(stream, notices, syslog, settings.stripAnsi());
      } catch (PosixException e) {
        child.closeLogs();
        String path = stream == LogStream.STDOUT ? output.logs().stdout() : output.logs().stderr();
        notices.prepared(output.token(), e.errno(), path);
        return;
      }
    }
    children.put(output.token(), child);
    notices.prepared(output.token(), 0, null);
  }

  /** A log that cannot be opened costs its stream the log, and the child nothing. */
  void adopt(Order.Adopt adopt) {
    tools.thread().check();
    ChildOutput output = adopt.child();
    Child child = new Child(output, tools, files);
    openWhatCanBe(child);
    children.put(output.token(), child);
    child.attach(adopt.pid(), adopt.stdout(), adopt.stderr());
  }

  private void openWhatCanBe(Child child) {
    for (LogStream stream : LogStream.values()) {
      try {
        child.open(stream, notices, syslog, settings.stripAnsi());
      } catch (PosixException e) {
        tools
            .log()
            .error(
                "cannot open the log of "
                    + child.name(stream)
                    + ": "
                    + Errno.name(e.errno())
                    + "; what it writes is lost");
      }
    }
  }

  void reconfigure(ChildOutput output) {
    tools.thread().check();
    Child child = children.get(output.token());
    if (child != null) {
      child.reconfigure(output, syslog, settings.stripAnsi());
    }
  }

  /** Descriptors of a child nobody prepared are closed, so that none can leak. */
  void attach(Order.Attach attach) {
    tools.thread().check();
    Child child = children.get(attach.token());
    if (child != null) {
      child.attach(attach.pid(), attach.stdout(), attach.stderr());
      return;
    }
    tools.log().error("cannot take output of pid " + attach.pid() + ": its logs are not open");
    closeIfAny(attach.stdout());
    closeIfAny(attach.stderr());
  }

  void discard(long token) {
    Child child = children.remove(token);
    if (child != null) {
      child.closeLogs();
    }
  }

  void append(Order.Append append) {
    tools.thread().check();
    Child child = children.get(append.token());
    if (child != null) {
      child.append(append.stream(), append.bytes());
    }
  }

  void drain(long token) {
    tools.thread().check();
    Child child = children.remove(token);
    if (child == null) {
      notices.drained(token);
    } else {
      draining.put(token, child);
      child.drain(settings.outlive() ? orphans : null, () -> drained(token));
    }
  }

  private void drained(long token) {
    draining.remove(token);
    notices.drained(token);
  }

  /** All it knows, for a later daemon; children that have no process yet are prepared anew. */
  List<OutputMemory.OfChild> memory() {
    return Stream.of(children, draining)
        .flatMap(some -> some.values().stream())
        .filter(Child::isAttached)
        .map(Child::memory)
        .toList();
  }

  List<OutputMemory.OfOrphan> orphans() {
    return orphans.memory();
  }

  /** Goes on where an earlier daemon was. */
  void resume(OutputMemory memory) {
    tools.thread().check();
    for (OutputMemory.OfChild each : memory.children()) {
      Child child = new Child(each.output(), tools, files);
      openWhatCanBe(child);
      children.put(each.output().token(), child);
      child.resume(each);
    }
    for (OutputMemory.OfOrphan each : memory.orphans()) {
      orphans.add(resumed(each));
    }
  }

  private ChildStream resumed(OutputMemory.OfOrphan orphan) {
    ChildStream stream = new ChildStream(orphan.name(), tools, new LongAdder());
    String path = orphan.path();
    if (path != null) {
      stream.leadTo(files.open(path, orphan.rule(), Child.ALLOWANCE, stream::reconsider), null);
    }
    stream.resume(0, new OutputMemory.OfStream(orphan.pipe(), null, List.of()));
    return stream;
  }

  /** Takes all that can be read now, at the daemon's end. */
  void drainAll() {
    List.copyOf(children.keySet()).forEach(this::drain);
    orphans.drainAll();
  }

  private void closeIfAny(int fd) {
    if (fd >= 0) {
      tools.posix().close(fd);
    }
  }
}
