package org.steward.core.posix;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs real children for tests and waits for what they do by epoll. */
final class Kernel implements AutoCloseable {
  /** Long enough for the slowest machine; a test that needs it all fails. */
  private static final long PATIENCE = 30_000_000_000L;

  final Posix posix = new LinuxPosix();
  final int devNull = posix.open("/dev/null", Descriptors.O_RDWR, 0);
  private final int epoll = posix.epollCreate();
  private final PollEvents events = posix.pollEvents(1);
  private final NativeBuffer buffer = posix.allocate(65536);

  /** How a child ended and what it wrote to its stdout and stderr. */
  record Result(ExitStatus status, String output) {}

  /** Runs a shell script to its end. */
  Result shell(String script) {
    return run(request("/bin/sh", List.of("sh", "-c", script)));
  }

  /** A request without input and output. */
  SpawnRequest request(String path, List<String> argv) {
    return new SpawnRequest(
        path, argv, List.of("PATH=/usr/bin:/bin"), null, null, devNull, devNull, devNull);
  }

  /** Runs a child to its end; its stdout and stderr are collected. */
  Result run(SpawnRequest request) {
    Pipe output = posix.pipe(Pipe.Direction.FROM_CHILD);
    int pid;
    try {
      pid = posix.spawn(withOutput(request, output.childEnd()));
    } catch (PosixException e) {
      posix.close(output.parentEnd());
      throw e;
    } finally {
      posix.close(output.childEnd());
    }
    String text = readAll(output.parentEnd());
    posix.close(output.parentEnd());
    return new Result(awaitExit(pid), text);
  }

  /** Reads to the end of file. */
  String readAll(int fd) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (true) {
      awaitReady(fd, Polling.EPOLLIN);
      int count = posix.read(fd, buffer, 0, buffer.capacity());
      if (count == 0) {
        return bytes.toString(StandardCharsets.UTF_8);
      }
      if (count < 0) {
        throw new PosixException("read", -count);
      }
      bytes.writeBytes(buffer.copy(0, count));
    }
  }

  /** Waits for a child's end and reaps it. */
  ExitStatus awaitExit(int pid) {
    int pidfd = posix.pidfdOpen(pid);
    try {
      awaitReady(pidfd, Polling.EPOLLIN);
      ExitStatus status = posix.reap(pidfd);
      if (status == null) {
        throw new AssertionError("process " + pid + " was said to have ended");
      }
      return status;
    } finally {
      posix.close(pidfd);
    }
  }

  /** Waits for a descriptor; the events that came. */
  int awaitReady(int fd, int what) {
    posix.epollAdd(epoll, fd, what, fd);
    try {
      if (posix.epollWait(epoll, events, PATIENCE) == 0) {
        throw new AssertionError("nothing happened at descriptor " + fd);
      }
      return events.events(0);
    } finally {
      posix.epollDelete(epoll, fd);
    }
  }

  /** This process's open descriptors and what they refer to. */
  static Map<Integer, String> descriptors() throws Exception {
    Map<Integer, String> found = new java.util.TreeMap<>();
    try (var entries = Files.list(Path.of("/proc/self/fd"))) {
      for (Path entry : new ArrayList<>(entries.toList())) {
        if (Files.isSymbolicLink(entry)) {
          found.put(
              Integer.valueOf(entry.getFileName().toString()),
              Files.readSymbolicLink(entry).toString());
        }
      }
    }
    return found;
  }

  private static SpawnRequest withOutput(SpawnRequest r, int fd) {
    return new SpawnRequest(
        r.path(),
        r.argv(),
        r.environment(),
        r.directory(),
        r.umask(),
        r.stdin(),
        fd,
        fd,
        r.ownSession());
  }

  static SpawnRequest in(SpawnRequest r, @Nullable String directory, @Nullable Integer umask) {
    return new SpawnRequest(
        r.path(), r.argv(), r.environment(), directory, umask, r.stdin(), r.stdout(), r.stderr());
  }

  @Override
  public void close() {
    posix.close(epoll);
    posix.close(devNull);
  }
}
