package org.steward.core.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollingTest {
  private static final long MILLI = 1_000_000;
  private static final long PATIENCE = 30_000 * MILLI;

  private final Kernel kernel = new Kernel();
  private final Posix posix = kernel.posix;
  private final int epoll = posix.epollCreate();
  private final PollEvents events = posix.pollEvents(8);

  @AfterEach
  void close() {
    posix.close(epoll);
    kernel.close();
  }

  @Test
  void waitEndsAtItsTimeoutAndNotBefore() {
    long start = System.nanoTime();
    assertThat(posix.epollWait(epoll, events, 2 * MILLI + 1)).isZero();
    assertThat(System.nanoTime() - start).isGreaterThan(2 * MILLI);
    assertThat(posix.epollWait(epoll, events, 0)).isZero();
  }

  @Test
  void kernelsWithoutNanosecondsWaitNoShorter() {
    assertThat(LinuxPollEvents.roundedUp(-1)).isEqualTo(-1);
    assertThat(LinuxPollEvents.roundedUp(0)).isZero();
    assertThat(LinuxPollEvents.roundedUp(1)).isEqualTo(1);
    assertThat(LinuxPollEvents.roundedUp(5 * MILLI)).isEqualTo(5);
    assertThat(LinuxPollEvents.roundedUp(5 * MILLI + 1)).isEqualTo(6);
    assertThat(LinuxPollEvents.roundedUp(Long.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
    assertThat(new LinuxPollEvents(1).awaitMillis(epoll, 1)).isZero();
  }

  @Test
  void wakeUpIsSeenOnceUntilCleared() {
    int wake = posix.eventFd();
    posix.epollAdd(epoll, wake, Polling.EPOLLIN, 0x1234_5678_9abc_def0L);
    assertThat(posix.epollWait(epoll, events, 0)).isZero();
    posix.wake(wake);
    posix.wake(wake);
    assertThat(posix.epollWait(epoll, events, -1)).isEqualTo(1);
    assertThat(events.token(0)).isEqualTo(0x1234_5678_9abc_def0L);
    assertThat(events.events(0)).isEqualTo(Polling.EPOLLIN);
    posix.clearWake(wake);
    posix.clearWake(wake);
    assertThat(posix.epollWait(epoll, events, 0)).isZero();
    posix.close(wake);
  }

  @Test
  void wakeUpFromAnotherThreadEndsAWaitForEver() throws Exception {
    int wake = posix.eventFd();
    posix.epollAdd(epoll, wake, Polling.EPOLLIN, 1);
    Thread waker = Thread.ofPlatform().start(() -> posix.wake(wake));
    assertThat(posix.epollWait(epoll, events, -1)).isEqualTo(1);
    waker.join();
    posix.close(wake);
  }

  @Test
  void endOfAChildMakesItsPidfdReadable() {
    Pipe input = posix.pipe(Pipe.Direction.TO_CHILD);
    int pid =
        posix.spawn(
            new SpawnRequest(
                "/bin/cat",
                List.of("cat"),
                List.of(),
                null,
                null,
                input.childEnd(),
                kernel.devNull,
                kernel.devNull));
    posix.close(input.childEnd());
    int pidfd = posix.pidfdOpen(pid);
    posix.epollAdd(epoll, pidfd, Polling.EPOLLIN, 42);
    assertThat(posix.epollWait(epoll, events, 0)).isZero();
    assertThat(posix.reap(pidfd)).isNull();
    posix.close(input.parentEnd());
    assertThat(posix.epollWait(epoll, events, PATIENCE)).isEqualTo(1);
    assertThat(events.token(0)).isEqualTo(42);
    assertThat(posix.reap(pidfd)).isEqualTo(ExitStatus.exited(0));
    posix.close(pidfd);
  }

  @Test
  void watchesAreChangedAndRemoved() {
    Pipe pipe = posix.pipe(Pipe.Direction.TO_CHILD);
    int fd = pipe.parentEnd();
    posix.epollAdd(epoll, fd, Polling.EPOLLOUT | Polling.EPOLLONESHOT, 1);
    assertThat(posix.epollWait(epoll, events, PATIENCE)).isEqualTo(1);
    assertThat(posix.epollWait(epoll, events, 0)).isZero();
    posix.epollModify(epoll, fd, Polling.EPOLLOUT, 2);
    assertThat(posix.epollWait(epoll, events, PATIENCE)).isEqualTo(1);
    assertThat(events.token(0)).isEqualTo(2);
    posix.epollDelete(epoll, fd);
    assertThat(posix.epollWait(epoll, events, 0)).isZero();
    assertThatThrownBy(() -> posix.epollDelete(epoll, fd)).hasMessage("epoll_ctl: ENOENT");
    posix.close(fd);
    posix.close(pipe.childEnd());
  }

  @Test
  void hangUpOfAPipeIsReportedUnasked() {
    Pipe pipe = posix.pipe(Pipe.Direction.FROM_CHILD);
    posix.epollAdd(epoll, pipe.parentEnd(), 0, 1);
    posix.close(pipe.childEnd());
    assertThat(posix.epollWait(epoll, events, PATIENCE)).isEqualTo(1);
    assertThat(events.events(0)).isEqualTo(Polling.EPOLLHUP);
    posix.close(pipe.parentEnd());
  }

  @Test
  void manyEventsComeInOneWait() {
    List<Integer> wakes = List.of(posix.eventFd(), posix.eventFd(), posix.eventFd());
    wakes.forEach(fd -> posix.epollAdd(epoll, fd, Polling.EPOLLIN, fd));
    wakes.forEach(posix::wake);
    assertThat(posix.epollWait(epoll, events, PATIENCE)).isEqualTo(3);
    assertThat(List.of((int) events.token(0), (int) events.token(1), (int) events.token(2)))
        .containsExactlyInAnyOrderElementsOf(wakes);
    wakes.forEach(posix::close);
  }
}
