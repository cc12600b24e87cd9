package org.steward.core.posix.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.steward.core.posix.Errno;
import org.steward.core.posix.ExitStatus;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Pipe;
import org.steward.core.posix.PollEvents;
import org.steward.core.posix.Polling;
import org.steward.core.posix.PosixException;
import org.steward.core.posix.Signals;
import org.steward.core.posix.SpawnRequest;

class FakePosixTest {
  private static final long SECOND = 1_000_000_000L;

  private final ManualClock clock = new ManualClock();
  private final FakePosix kernel = new FakePosix(clock);
  private final int epoll = kernel.epollCreate();
  private final PollEvents events = kernel.pollEvents(16);

  @Test
  void waitWithNothingReadyMovesTheClockByItsTimeout() {
    long start = clock.nanos();
    long wallStart = clock.wallMillis();
    assertThat(kernel.epollWait(epoll, events, SECOND)).isZero();
    assertThat(clock.nanos() - start).isEqualTo(SECOND);
    assertThat(clock.wallMillis() - wallStart).isEqualTo(1000);
  }

  @Test
  void waitForEverWithNothingToComeFailsTheTest() {
    assertThatThrownBy(() -> kernel.epollWait(epoll, events, -1))
        .isInstanceOf(AssertionError.class)
        .hasMessage("would block for ever");
  }

  @Test
  void waitStopsAtWhatHappensInTheMeantime() {
    int wake = kernel.eventFd();
    kernel.epollAdd(epoll, wake, Polling.EPOLLIN, 5);
    long start = clock.nanos();
    kernel.after(Duration.ofMillis(20), () -> kernel.wake(wake));
    assertThat(kernel.epollWait(epoll, events, SECOND)).isEqualTo(1);
    assertThat(events.token(0)).isEqualTo(5);
    assertThat(clock.nanos() - start).isEqualTo(20_000_000);
    kernel.clearWake(wake);
    assertThat(kernel.epollWait(epoll, events, 0)).isZero();
  }

  @Test
  void endedProcessMakesItsPidfdReadableAndIsReapedOnce() {
    FakeProcess process = spawn();
    int pidfd = kernel.pidfdOpen(process.pid());
    kernel.epollAdd(epoll, pidfd, Polling.EPOLLIN, 7);
    assertThat(kernel.reap(pidfd)).isNull();
    assertThat(kernel.epollWait(epoll, events, 0)).isZero();
    process.exit(3);
    assertThat(kernel.epollWait(epoll, events, -1)).isEqualTo(1);
    assertThat(kernel.reap(pidfd)).isEqualTo(ExitStatus.exited(3));
    assertThat(kernel.kill(process.pid(), 0)).isEqualTo(-Errno.ESRCH);
    assertThatThrownBy(() -> kernel.reap(pidfd))
        .isInstanceOfSatisfying(
            PosixException.class, e -> assertThat(e.errno()).isEqualTo(Errno.ECHILD));
  }

  @Test
  void scriptsDecideWhatSignalsDo() {
    kernel.scriptProcesses(request -> ProcessScript.ignoring(Signals.SIGTERM));
    FakeProcess stubborn = spawn();
    kernel.scriptProcesses(request -> ProcessScript.cleaningUpFor(Duration.ofSeconds(2)));
    FakeProcess tidy = spawn();
    kernel.kill(stubborn.pid(), Signals.SIGTERM);
    kernel.kill(tidy.pid(), Signals.SIGTERM);
    kernel.epollWait(epoll, events, 3 * SECOND);
    assertThat(stubborn.alive()).isTrue();
    assertThat(tidy.status()).isEqualTo(ExitStatus.exited(0));
    kernel.kill(stubborn.pid(), Signals.SIGKILL);
    assertThat(stubborn.status()).isEqualTo(ExitStatus.killed(Signals.SIGKILL));
    assertThat(stubborn.signals()).containsExactly(Signals.SIGTERM, Signals.SIGKILL);
  }

  @Test
  void outputComesThroughThePipeAndEndsWithTheProcess() {
    Pipe output = kernel.pipe(Pipe.Direction.FROM_CHILD);
    int pid = kernel.spawn(request(0, output.childEnd(), 2));
    kernel.close(output.childEnd());
    NativeBuffer buffer = kernel.allocate(100);
    assertThat(kernel.read(output.parentEnd(), buffer, 0, 100)).isEqualTo(-Errno.EAGAIN);
    kernel.process(pid).print("hello\n");
    int count = kernel.read(output.parentEnd(), buffer, 0, 100);
    assertThat(new String(buffer.copy(0, count), StandardCharsets.UTF_8)).isEqualTo("hello\n");
    kernel.process(pid).exit(0);
    assertThat(kernel.read(output.parentEnd(), buffer, 0, 100)).isZero();
  }

  @Test
  void inputReachesTheProcessUntilTheDaemonClosesIt() {
    Pipe input = kernel.pipe(Pipe.Direction.TO_CHILD);
    FakeProcess process = kernel.process(kernel.spawn(request(input.childEnd(), 1, 2)));
    kernel.close(input.childEnd());
    NativeBuffer buffer = kernel.allocate(100);
    buffer.put(0, "hi".getBytes(StandardCharsets.UTF_8), 0, 2);
    assertThat(kernel.write(input.parentEnd(), buffer, 0, 2)).isEqualTo(2);
    assertThat(process.readInput()).isEqualTo("hi");
    assertThat(process.inputEnded()).isFalse();
    kernel.close(input.parentEnd());
    assertThat(process.inputEnded()).isTrue();
  }

  @Test
  void writingToAnEndedProcessIsABrokenPipe() {
    Pipe input = kernel.pipe(Pipe.Direction.TO_CHILD);
    FakeProcess process = kernel.process(kernel.spawn(request(input.childEnd(), 1, 2)));
    kernel.close(input.childEnd());
    process.exit(0);
    NativeBuffer buffer = kernel.allocate(1);
    assertThat(kernel.write(input.parentEnd(), buffer, 0, 1)).isEqualTo(-Errno.EPIPE);
  }

  @Test
  void orderedErrorsHitOneCallEach() {
    kernel.failSpawn("exec", Errno.ENOENT);
    kernel.failNext("pidfdOpen", Errno.EMFILE);
    assertThatThrownBy(this::spawn).hasMessage("exec: ENOENT");
    FakeProcess process = spawn();
    assertThatThrownBy(() -> kernel.pidfdOpen(process.pid())).hasMessage("pidfdOpen: EMFILE");
    assertThat(kernel.pidfdOpen(process.pid())).isPositive();
    assertThatThrownBy(() -> kernel.failNext("spwan", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void signalsOfTheDaemonWaitInItsSignalDescriptor() {
    int fd = kernel.signalFd(Set.of(Signals.SIGTERM, Signals.SIGHUP));
    kernel.epollAdd(epoll, fd, Polling.EPOLLIN, 1);
    assertThat(kernel.readSignal(fd)).isZero();
    kernel.raise(Signals.SIGTERM);
    kernel.raise(Signals.SIGTERM);
    assertThat(kernel.epollWait(epoll, events, -1)).isEqualTo(1);
    assertThat(kernel.readSignal(fd)).isEqualTo(Signals.SIGTERM);
    assertThat(kernel.readSignal(fd)).isZero();
  }

  @Test
  void oneShotWatchStaysSilentUntilModified() {
    int wake = kernel.eventFd();
    kernel.epollAdd(epoll, wake, Polling.EPOLLIN | Polling.EPOLLONESHOT, 1);
    kernel.wake(wake);
    assertThat(kernel.epollWait(epoll, events, 0)).isEqualTo(1);
    assertThat(kernel.epollWait(epoll, events, 0)).isZero();
    kernel.epollModify(epoll, wake, Polling.EPOLLIN, 2);
    assertThat(kernel.epollWait(epoll, events, 0)).isEqualTo(1);
    assertThat(events.token(0)).isEqualTo(2);
  }

  @Test
  void groupSignalsReachForkedChildrenAndOrphansGoToTheSubreaper() {
    kernel.setChildSubreaper(true);
    FakeProcess leader = spawn();
    FakeProcess child = leader.fork(ProcessScript.ignoring(Signals.SIGTERM));
    kernel.kill(-leader.pid(), Signals.SIGTERM);
    assertThat(leader.alive()).isFalse();
    assertThat(child.alive()).isTrue();
    child.exit(4);
    assertThat(kernel.reapAny().pid()).isEqualTo(leader.pid());
    assertThat(kernel.reapAny().pid()).isEqualTo(child.pid());
    assertThat(kernel.reapAny()).isNull();
  }

  @Test
  void mistakesWithDescriptorsAreRemembered() {
    kernel.close(99);
    assertThat(kernel.misuses()).containsExactly("close of descriptor 99, which is not open");
    assertThat(kernel.openDescriptors()).containsOnlyKeys(0, 1, 2, epoll);
  }

  private FakeProcess spawn() {
    return kernel.process(kernel.spawn(request(0, 1, 2)));
  }

  private static SpawnRequest request(int stdin, int stdout, int stderr) {
    return new SpawnRequest(
        "/bin/cat", List.of("cat"), List.of(), null, null, stdin, stdout, stderr);
  }
}
