package org.steward.core.output;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.steward.core.posix.Errno;
import org.steward.core.posix.Held;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.PosixException;

/**
 * A log, shared by all that write to the same path. What its file does not take now (a full disk, a
 * slow reader) is kept in order and tried again; until then the log is {@link #blocked} and its
 * writers are expected to wait. Loop only.
 */
final class LogFile {
  private static final long RETRY_NANOS = 1_000_000_000L;

  /** What a pipe or socket that is reported writable takes at least, without blocking. */
  private static final int SHARED_WRITE = 4096;

  private final LoopTools tools;
  private final Runnable onClosed;
  private final String path;
  private final LogTrouble trouble;
  private final OpenLog file;
  private final Backlog backlog = new Backlog();
  private final Set<LogWriter> writers = new LinkedHashSet<>();
  private final Retries retries;
  private boolean gone;

  /**
   * Opens a log.
   *
   * @param onClosed called once it is closed and forgotten
   * @throws PosixException where it cannot be opened
   */
  LogFile(String path, LoopTools tools, Runnable onClosed) {
    this.tools = tools;
    this.onClosed = onClosed;
    this.path = path;
    this.trouble = new LogTrouble(path, tools.log());
    this.retries = new Retries(path, tools, this::goOn);
    this.file = new OpenLog(path, tools, trouble);
    file.open();
  }

  LogWriter join(RotationRule rule, int allowance, Runnable onUnblocked) {
    LogWriter writer = new LogWriter(this, rule, allowance, onUnblocked);
    writers.add(writer);
    return writer;
  }

  void leave(LogWriter writer) {
    writers.remove(writer);
    closeIfUnused();
  }

  String path() {
    return path;
  }

  /** What it did not take yet, in order. */
  List<OutputMemory.Waiting> backlog() {
    return backlog.pieces().stream()
        .map(piece -> new OutputMemory.Waiting(path, piece.owner().rule(), piece.bytes()))
        .toList();
  }

  /** Its descriptors, if it is no plain file. */
  List<OutputMemory.OfTarget> streams() {
    Target target = file.target();
    if (target == null || target.kind() == Target.Kind.FILE && target.owned()) {
      return List.of();
    }
    return List.of(
        new OutputMemory.OfTarget(new Held(target.fd()), target.owned()),
        new OutputMemory.OfTarget(new Held(TargetOpener.inheritedDescriptor(path)), false));
  }

  /** Whether what is written now goes to a plain file at once. */
  boolean isPlain() {
    Target target = file.target();
    return !mustKeep() && target != null && target.kind() == Target.Kind.FILE && target.owned();
  }

  /** Its size in bytes, as counted. */
  long size() {
    return file.size();
  }

  boolean blocked() {
    return !backlog.isEmpty();
  }

  /** Whether all it waits for is room at its reader's. */
  boolean waitsForReader() {
    return blocked() && retries.awaitReader();
  }

  void write(LogWriter writer, NativeBuffer from, int length) {
    tools.thread().check();
    if (mustKeep()) {
      keepAndWait(writer, from.copy(0, length));
      return;
    }
    int done = file.put(from, 0, length);
    if (done == length) {
      rotateIfDue(writer.rule());
    } else {
      keep(writer, from.copy(done, length - done));
      failed();
    }
  }

  void write(LogWriter writer, byte[] bytes) {
    tools.thread().check();
    if (mustKeep()) {
      keepAndWait(writer, bytes);
      return;
    }
    for (int at = 0; at < bytes.length; ) {
      int length = fill(bytes, at, LoopTools.BUFFER_SIZE);
      int done = file.put(tools.scratch(), 0, length);
      at += done;
      if (done < length) {
        keep(writer, Arrays.copyOfRange(bytes, at, bytes.length));
        failed();
        return;
      }
    }
    rotateIfDue(writer.rule());
  }

  /** Takes bytes that an earlier daemon could not write. */
  void holdBack(LogWriter writer, byte[] bytes) {
    tools.thread().check();
    keep(writer, bytes);
    if (!retries.scheduled()) {
      retries.after(0);
    }
  }

  /** Opens the file anew, wherever its name leads now. */
  void reopen() {
    gone = false;
    retries.stop();
    reopenWith(file::open);
    if (blocked() && !retries.scheduled()) {
      retries.after(0);
    }
  }

  /** Empties the log. Throws {@link PosixException} where its file cannot be removed. */
  void clear() {
    retries.stop();
    try {
      file.clear();
    } finally {
      if (blocked() || file.target() == null) {
        retries.after(0);
      }
    }
  }

  /** Closes it for good, at the daemon's end. */
  void abandon() {
    long bytes = 0;
    for (Backlog.Piece p = backlog.first(); p != null; p = backlog.first()) {
      bytes += p.bytes().length;
      backlog.written(p.bytes().length);
    }
    trouble.abandons(bytes);
    retries.stop();
    file.close();
  }

  private boolean mustKeep() {
    Target target = file.target();
    return blocked() || gone || target == null || target.kind() == Target.Kind.SHARED_STREAM;
  }

  private void keepAndWait(LogWriter writer, byte[] bytes) {
    if (gone) {
      return;
    }
    boolean first = !blocked();
    keep(writer, bytes);
    Target target = file.target();
    if (first && target != null) {
      retries.whenWritable(target);
    } else if (first && !retries.scheduled()) {
      retries.after(RETRY_NANOS);
    }
  }

  private void keep(LogWriter writer, byte[] bytes) {
    if (writer.mayHold(bytes.length)) {
      writer.holds(bytes.length);
      trouble.waits(bytes.length);
      backlog.add(writer, bytes);
    } else {
      trouble.loses(bytes.length);
    }
  }

  /** The last put was cut short: finds out when to go on, if ever. */
  private void failed() {
    Target target = file.target();
    if (target == null || target.kind() == Target.Kind.FILE || isFull(file.errno())) {
      trouble.begins(file.errno());
      retries.after(RETRY_NANOS);
    } else if (file.errno() == Errno.EAGAIN) {
      retries.whenWritable(target);
    } else {
      giveUp();
    }
  }

  private static boolean isFull(int errno) {
    return errno == Errno.ENOSPC || errno == Errno.EDQUOT || errno == Errno.ENOMEM;
  }

  /** A pipe whose reader is gone, a terminal that hung up: nothing will ever be read of it. */
  private void giveUp() {
    gone = true;
    trouble.gone(file.errno());
    for (Backlog.Piece p = backlog.first(); p != null; p = backlog.first()) {
      p.owner().holds(-p.bytes().length);
      backlog.written(p.bytes().length);
    }
    retries.stop();
    tellWriters();
  }

  private void goOn() {
    if (file.target() == null && !reopenWith(file::open)) {
      return;
    }
    for (Backlog.Piece p = backlog.first(); p != null; p = backlog.first()) {
      if (!putFirst(p)) {
        return;
      }
    }
    retries.stop();
    trouble.ends();
    tellWriters();
    closeIfUnused();
  }

  /** Writes some of the first piece; false where the rest has to wait. */
  private boolean putFirst(Backlog.Piece piece) {
    Target target = file.target();
    boolean shared = target != null && target.kind() == Target.Kind.SHARED_STREAM;
    int length = fill(piece.bytes(), 0, shared ? SHARED_WRITE : LoopTools.BUFFER_SIZE);
    int done = file.put(tools.scratch(), 0, length);
    if (done > 0) {
      backlog.written(done);
      piece.owner().holds(-done);
    }
    if (done < length) {
      failed();
      return false;
    }
    if (length == piece.bytes().length) {
      return rotateIfDue(piece.owner().rule()) && (!shared || !blocked());
    }
    return !shared;
  }

  private int fill(byte[] bytes, int from, int limit) {
    int length = Math.min(bytes.length - from, limit);
    tools.scratch().put(0, bytes, from, length);
    return length;
  }

  private boolean rotateIfDue(RotationRule rule) {
    return reopenWith(() -> file.rotateIfDue(rule));
  }

  /** Does what may end with the file closed; it is then opened again later. */
  private boolean reopenWith(Runnable action) {
    try {
      action.run();
      return true;
    } catch (PosixException e) {
      trouble.begins(e.errno());
      retries.after(RETRY_NANOS);
      return false;
    }
  }

  private void tellWriters() {
    List.copyOf(writers).forEach(LogWriter::unblocked);
  }

  private void closeIfUnused() {
    if (writers.isEmpty() && !blocked()) {
      retries.stop();
      file.close();
      onClosed.run();
    }
  }
}
