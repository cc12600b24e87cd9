package org.steward.core.posix.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.steward.core.posix.Errno;
import org.steward.core.posix.ExitStatus;
import org.steward.core.posix.FileStatus;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Pipe;
import org.steward.core.posix.PollEvents;
import org.steward.core.posix.Posix;
import org.steward.core.posix.PosixException;
import org.steward.core.posix.SpawnRequest;

/**
 * A scripted kernel in virtual time. Processes, pipes, signals and readiness are modelled; the
 * clock moves only where {@link #epollWait} finds nothing ready: to the next thing arranged by
 * {@link #after} or a {@link ProcessScript}, or by the timeout. A wait that nothing could ever end
 * is an {@link AssertionError}.
 *
 * <p>What a blocked daemon would do is not modelled: a read of an empty pipe is EAGAIN always.
 */
public final class FakePosix implements Posix {
  /** The virtual daemon's process id. */
  public static final int DAEMON_PID = 1000;

  private final ManualClock clock;
  private final FakeTimeline timeline;
  private final FakeFaults faults = new FakeFaults();
  private final FakeDescriptorTable table = new FakeDescriptorTable();
  private final FakeSignals signals = new FakeSignals();
  private final FakeFiles files = new FakeFiles();
  private final FakeEnvironment environment = new FakeEnvironment();
  private final FakeProcessTable processes;
  private final Map<String, List<String>> datagrams = new HashMap<>();
  private @Nullable Random order;
  private boolean endlessWaitAllowed;

  /** A kernel whose waits move the given clock. */
  public FakePosix(ManualClock clock) {
    this.clock = clock;
    timeline = new FakeTimeline(clock);
    processes = new FakeProcessTable(timeline, signals);
  }

  // --- What a test says and asks.

  /** Makes the next call of the named method of {@link Posix} fail; several add up. */
  public void failNext(String method, int errno) {
    faults.order(method, method, errno);
  }

  /** Makes the next spawn fail in the named system call: chdir, fork, exec. */
  public void failSpawn(String call, int errno) {
    faults.order("spawn", call, errno);
  }

  /** Decides how processes spawned from now on behave; obedient unless set. */
  public void scriptProcesses(Function<SpawnRequest, ProcessScript> scripts) {
    processes.setScripts(scripts);
  }

  /** All processes ever spawned by the daemon, in order. */
  public List<FakeProcess> spawned() {
    return processes.everSpawned();
  }

  /** The process spawned last. */
  public FakeProcess lastSpawned() {
    return spawned().getLast();
  }

  /** The process of that id. */
  public FakeProcess process(int pid) {
    FakeProcess process = processes.find(pid);
    if (process == null) {
      throw new AssertionError("there is no process " + pid);
    }
    return process;
  }

  /** Sets the next process id, such as one used before. */
  public void setNextPid(int pid) {
    processes.setNextPid(pid);
  }

  /** Sends the daemon a signal. */
  public void raise(int signal) {
    signals.raise(signal);
  }

  /** Arranges something in virtual time. */
  public void after(Duration delay, Runnable action) {
    timeline.after(delay, action);
  }

  /** Brings ready descriptors in random order instead of the order they were added in. */
  public void shuffleEvents(Random random) {
    order = random;
  }

  /** Lets a wait that nothing could end return 0 instead of failing the test. */
  public void allowEndlessWait() {
    endlessWaitAllowed = true;
  }

  /** Limits the daemon's descriptors: EMFILE beyond. */
  public void limitDescriptors(int count) {
    table.setLimit(count);
  }

  /** The daemon's open descriptors and what they are; three at the start. */
  public Map<Integer, String> openDescriptors() {
    return table.open();
  }

  /** Uses of descriptors that were not open or of the wrong kind; empty in a sound daemon. */
  public List<String> misuses() {
    return table.misuses();
  }

  /** Makes a file with the given text. */
  public void putFile(String path, String text) {
    files.put(path, text);
  }

  /** A file's text; null where there is none. */
  public @Nullable String fileText(String path) {
    return files.text(path);
  }

  /** Limits what plain files can still take before ENOSPC; unlimited unless set. */
  public void setDiskSpace(long bytes) {
    files.setSpace(bytes);
  }

  /** Makes a FIFO of 64 KiB that nobody reads. */
  public void putFifo(String path) {
    files.putFifo(path);
  }

  /** Reads what is in a FIFO, up to {@code max} bytes. */
  public byte[] readFifo(String path, int max) {
    return files.fifo(path).take(max);
  }

  /** The datagrams sent to the UNIX socket at the path. */
  public List<String> datagrams(String path) {
    return List.copyOf(datagrams.getOrDefault(path, List.of()));
  }

  /** Who the daemon is and what it did. */
  public FakeEnvironment environment() {
    return environment;
  }

  // --- Descriptors

  @Override
  public NativeBuffer allocate(int bytes) {
    return NativeBuffer.onHeap(bytes);
  }

  @Override
  public int read(int fd, NativeBuffer into, int offset, int length) {
    int failure = faults.result("read");
    OpenFile file = table.find(fd);
    return failure != 0 ? failure : file == null ? -Errno.EBADF : file.read(into, offset, length);
  }

  @Override
  public int write(int fd, NativeBuffer from, int offset, int length) {
    int failure = faults.result("write");
    OpenFile file = table.find(fd);
    return failure != 0 ? failure : file == null ? -Errno.EBADF : file.write(from, offset, length);
  }

  @Override
  public Pipe pipe(Pipe.Direction direction) {
    faults.check("pipe");
    if (!table.roomFor(2)) {
      throw new PosixException("pipe", Errno.EMFILE);
    }
    FakePipe pipe = new FakePipe("pipe");
    int reader = table.install("pipe", pipe.reader());
    int writer = table.install("pipe", pipe.writer());
    return direction == Pipe.Direction.FROM_CHILD
        ? new Pipe(reader, writer)
        : new Pipe(writer, reader);
  }

  @Override
  public int open(String path, int flags, int mode) {
    faults.check("open");
    if (path.startsWith("/proc/self/fd/")) {
      int fd = Integer.parseInt(path.substring("/proc/self/fd/".length()));
      return table.install("open", table.get("open", fd));
    }
    return table.install("open", files.open(path, flags));
  }

  @Override
  public int rename(String from, String to) {
    int failure = faults.result("rename");
    return failure != 0 ? failure : files.rename(from, to);
  }

  @Override
  public int unlink(String path) {
    int failure = faults.result("unlink");
    return failure != 0 ? failure : files.unlink(path);
  }

  @Override
  public void close(int fd) {
    table.close(fd);
  }

  @Override
  public void dup2(int from, int to) {
    faults.check("dup2");
    table.duplicate(from, to);
  }

  @Override
  public void setNonBlocking(int fd, boolean nonBlocking) {
    faults.check("setNonBlocking");
    table.get("setNonBlocking", fd);
  }

  @Override
  public void setCloseOnExec(int fd, boolean closeOnExec) {
    faults.check("setCloseOnExec");
    table.get("setCloseOnExec", fd);
  }

  @Override
  public FileStatus status(int fd) {
    faults.check("status");
    OpenFile file = table.get("status", fd);
    return file instanceof FakeFile plain
        ? new FileStatus(true, plain.content().bytes.length, 1, plain.content().inode)
        : new FileStatus(false, 0, 2, 0);
  }

  // --- Polling

  @Override
  public int epollCreate() {
    faults.check("epollCreate");
    return table.install("epollCreate", new FakeEpoll());
  }

  @Override
  public void epollAdd(int epoll, int fd, int events, long token) {
    faults.check("epollAdd");
    epoll("epollAdd", epoll).add(fd, table.get("epollAdd", fd), events, token);
  }

  @Override
  public void epollModify(int epoll, int fd, int events, long token) {
    faults.check("epollModify");
    epoll("epollModify", epoll).modify(fd, table.get("epollModify", fd), events, token);
  }

  @Override
  public void epollDelete(int epoll, int fd) {
    faults.check("epollDelete");
    epoll("epollDelete", epoll).delete(fd, table.get("epollDelete", fd));
  }

  @Override
  public PollEvents pollEvents(int capacity) {
    return new FakeEvents(capacity);
  }

  @Override
  public int epollWait(int epoll, PollEvents out, long timeoutNanos) {
    faults.check("epollWait");
    FakeEpoll instance = epoll("epollWait", epoll);
    FakeEvents events = (FakeEvents) out;
    long start = clock.nanos();
    while (true) {
      timeline.runDue();
      if (instance.collect(events, order) > 0) {
        return events.size();
      }
      long left = timeoutNanos - (clock.nanos() - start);
      if (timeoutNanos >= 0 && left <= 0) {
        return 0;
      }
      if (timeoutNanos < 0 && timeline.isEmpty()) {
        return endlessWait();
      }
      long step = timeline.isEmpty() ? left : timeline.nanosToNext();
      clock.advanceNanos(timeoutNanos < 0 ? step : Math.min(step, left));
    }
  }

  @Override
  public int eventFd() {
    faults.check("eventFd");
    return table.install("eventFd", new FakeWakeUp());
  }

  @Override
  public void wake(int eventFd) {
    table.get("wake", eventFd, FakeWakeUp.class).set(true);
  }

  @Override
  public void clearWake(int eventFd) {
    table.get("clearWake", eventFd, FakeWakeUp.class).set(false);
  }

  @Override
  public int signalFd(Set<Integer> watched) {
    faults.check("signalFd");
    return table.install("signalFd", signals.file(watched));
  }

  @Override
  public int readSignal(int signalFd) {
    return signals.next(table.get("readSignal", signalFd, FakeSignals.Reader.class));
  }

  // --- Processes

  @Override
  public int spawn(SpawnRequest request) {
    faults.check("spawn");
    List<OpenFile> inherited =
        IntStream.of(request.stdin(), request.stdout(), request.stderr())
            .mapToObj(fd -> table.get("spawn", fd))
            .toList();
    return processes.spawn(request, inherited).pid();
  }

  @Override
  public int pidfdOpen(int pid) {
    faults.check("pidfdOpen");
    return table.install("pidfdOpen", processes.handle(pid));
  }

  @Override
  public @Nullable ExitStatus reap(int pidfd) {
    faults.check("reap");
    return processes.reap(handle("reap", pidfd));
  }

  @Override
  public @Nullable ReapedChild reapAny() {
    faults.check("reapAny");
    return processes.reapAny();
  }

  @Override
  public int kill(int pid, int signal) {
    int failure = faults.result("kill");
    return failure != 0 ? failure : processes.kill(pid, signal);
  }

  @Override
  public int pidfdKill(int pidfd, int signal) {
    int failure = faults.result("pidfdKill");
    return failure != 0 ? failure : processes.kill(handle("pidfdKill", pidfd), signal);
  }

  @Override
  public void exec(String path, List<String> argv, List<String> env) {
    faults.check("exec");
    environment.did("exec " + path + " " + new ArrayList<>(argv));
    throw new ExecutedException();
  }

  @Override
  public int pid() {
    return DAEMON_PID;
  }

  @Override
  public void setChildSubreaper(boolean on) {
    faults.check("setChildSubreaper");
    processes.setSubreaper(on);
  }

  @Override
  public void setSession() {
    faults.check("setSession");
    environment.did("setSession");
  }

  // --- Credentials

  @Override
  public int uid() {
    return environment.uid();
  }

  @Override
  public void becomeUser(String name, int uid, int gid) {
    faults.check("becomeUser");
    environment.setUid(uid);
    environment.did("becomeUser " + name + " " + uid + " " + gid);
  }

  @Override
  public int umask(int mask) {
    return environment.umask(mask);
  }

  @Override
  public boolean privateFileSystemState() {
    return environment.privateState();
  }

  @Override
  public void chdir(String directory) {
    faults.check("chdir");
    environment.did("chdir " + directory);
  }

  @Override
  public Limit limit(Resource resource) {
    return environment.limit(resource);
  }

  @Override
  public void setLimit(Resource resource, Limit limit) {
    faults.check("setLimit");
    environment.setLimit(resource, limit);
  }

  @Override
  public boolean executable(String path) {
    return environment.executable(path);
  }

  @Override
  public void chown(String path, int uid, int gid) {
    faults.check("chown");
    environment.did("chown " + path + " " + uid + " " + gid);
  }

  @Override
  public long blockedSignals() {
    return environment.blockedSignals();
  }

  // --- Sockets

  @Override
  public int listenTcp(String host, int port, int backlog) {
    faults.check("listenTcp");
    environment.did("listenTcp " + host + " " + port);
    return table.install("listenTcp", new InertFile("listener at " + host + ":" + port));
  }

  @Override
  public int listenUnix(String path, int mode, int uid, int gid, int backlog) {
    faults.check("listenUnix");
    environment.did("listenUnix " + path + " " + Integer.toOctalString(mode));
    return table.install("listenUnix", new InertFile("listener at " + path));
  }

  @Override
  public int connectDatagram(String path) {
    faults.check("connectDatagram");
    return table.install(
        "connectDatagram",
        new FakeDatagrams(path, datagrams.computeIfAbsent(path, key -> new ArrayList<>())));
  }

  @Override
  public boolean acceptsConnections(String path) {
    return environment.live(path);
  }

  private FakeEpoll epoll(String call, int fd) {
    return table.get(call, fd, FakeEpoll.class);
  }

  private FakeProcessTable.Handle handle(String call, int fd) {
    return table.get(call, fd, FakeProcessTable.Handle.class);
  }

  private int endlessWait() {
    if (endlessWaitAllowed) {
      return 0;
    }
    throw new AssertionError("would block for ever");
  }

  /** The daemon has replaced itself: what follows is another program's. */
  public static final class ExecutedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExecutedException() {
      super("the daemon has been replaced");
    }
  }
}
