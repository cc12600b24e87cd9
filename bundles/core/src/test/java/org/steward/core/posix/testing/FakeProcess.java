package org.steward.core.posix.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steward.core.posix.Errno;
import org.steward.core.posix.ExitStatus;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Polling;
import org.steward.core.posix.Signals;
import org.steward.core.posix.SpawnRequest;

/** A virtual process, with the daemon's view of it and the handles to drive it. */
public final class FakeProcess {
  private static final int SIGSTOP = 19;

  private final FakeProcessTable table;
  private final int pid;
  private final int group;
  private final long startTime;
  private final SpawnRequest request;
  private final ProcessScript script;
  private final List<OpenFile> files;
  private final List<Integer> signals = new ArrayList<>();
  private boolean stopped;
  private @Nullable ExitStatus status;

  FakeProcess(
      FakeProcessTable table,
      int pid,
      int group,
      SpawnRequest request,
      ProcessScript script,
      List<OpenFile> files) {
    this.table = table;
    this.pid = pid;
    this.group = group;
    this.request = request;
    this.script = script;
    this.startTime = table.nextStartTime();
    this.files = List.copyOf(files);
    this.files.forEach(OpenFile::retain);
  }

  /** Its process id. */
  public int pid() {
    return pid;
  }

  /** Its process group's id. */
  public int group() {
    return group;
  }

  /** What tells it from another process of the same id. */
  public long startTime() {
    return startTime;
  }

  /** What it was spawned with; a forked child has its parent's. */
  public SpawnRequest request() {
    return request;
  }

  /** Whether it has not ended. */
  public boolean alive() {
    return status == null;
  }

  /** Whether SIGSTOP holds it. */
  public boolean stopped() {
    return stopped;
  }

  /** How it ended; null while it lives. */
  public @Nullable ExitStatus status() {
    return status;
  }

  /** All signals it was sent, in order, whatever it made of them. */
  public List<Integer> signals() {
    return List.copyOf(signals);
  }

  /** It calls exit. */
  public void exit(int code) {
    end(ExitStatus.exited(code));
  }

  /** A signal ends it, whatever its script says. */
  public void die(int signal) {
    end(ExitStatus.killed(signal));
  }

  /** Arranges what it does later, if it is still alive then. */
  public void after(Duration delay, Runnable action) {
    table
        .timeline()
        .after(
            delay,
            () -> {
              if (alive()) {
                action.run();
              }
            });
  }

  /** It writes to its stdout; SIGPIPE where nobody reads. Returns how many bytes were taken. */
  public int print(String text) {
    return write(1, text);
  }

  /** It writes to its stderr; SIGPIPE where nobody reads. Returns how many bytes were taken. */
  public int printError(String text) {
    return write(2, text);
  }

  /** It reads all there is at its stdin. */
  public String readInput() {
    NativeBuffer buffer = NativeBuffer.onHeap(FakePipe.CAPACITY);
    int count = files.get(0).read(buffer, 0, buffer.capacity());
    return new String(buffer.copy(0, Math.max(0, count)), StandardCharsets.UTF_8);
  }

  /** Whether it would read an end of file at its stdin. */
  public boolean inputEnded() {
    return files.get(0).ready() == Polling.EPOLLHUP;
  }

  /** It forks a child of the same group that shares its descriptors. */
  public FakeProcess fork(ProcessScript childScript) {
    return table.fork(this, childScript);
  }

  /** What the kernel does with a signal that is neither caught nor ignored. */
  public void defaultAction(int signal) {
    switch (signal) {
      case Signals.SIGCHLD, Signals.SIGCONT, 23 /* URG */, 28 /* WINCH */ -> {}
      case SIGSTOP, 20 /* TSTP */, 21 /* TTIN */, 22 /* TTOU */ -> stopped = true;
      default -> die(signal);
    }
  }

  void signal(int signal) {
    signals.add(signal);
    if (!alive()) {
      return;
    }
    switch (signal) {
      case Signals.SIGKILL -> die(signal);
      case SIGSTOP -> stopped = true;
      case Signals.SIGCONT -> stopped = false;
      default -> script.signalled(this, signal);
    }
  }

  void start() {
    script.started(this);
  }

  List<OpenFile> files() {
    return files;
  }

  private int write(int fd, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    NativeBuffer buffer = NativeBuffer.onHeap(bytes.length);
    buffer.put(0, bytes, 0, bytes.length);
    int count = files.get(fd).write(buffer, 0, bytes.length);
    if (count == -Errno.EPIPE) {
      signal(Signals.SIGPIPE);
    }
    return Math.max(0, count);
  }

  private void end(ExitStatus end) {
    if (!alive()) {
      throw new AssertionError("process " + pid + " has ended already: " + status);
    }
    status = end;
    files.forEach(OpenFile::release);
    table.ended(this);
  }

  @Override
  public String toString() {
    return "process " + pid + " " + request.argv() + (alive() ? "" : " " + status);
  }
}
