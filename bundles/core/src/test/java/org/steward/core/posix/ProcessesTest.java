package org.steward.core.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.steward.core.posix.Processes.ReapedChild;

class ProcessesTest {
  private final Kernel kernel = new Kernel();
  private final Posix posix = kernel.posix;

  @AfterEach
  void close() {
    kernel.close();
  }

  @Test
  void signalToAGroupReachesItsMembers() {
    Pipe output = posix.pipe(Pipe.Direction.FROM_CHILD);
    int pid = start("sleep 1000 & echo; wait", output);
    kernel.awaitReady(output.parentEnd(), Polling.EPOLLIN);
    assertThat(posix.kill(-pid, Signals.SIGTERM)).isZero();
    kernel.readAll(output.parentEnd()); // ends once nobody of the group lives
    assertThat(kernel.awaitExit(pid)).isEqualTo(ExitStatus.killed(Signals.SIGTERM));
    assertThat(posix.kill(pid, 0)).isEqualTo(-Errno.ESRCH);
    posix.close(output.parentEnd());
  }

  @Test
  void pidfdNamesOneProcessEvenAfterItsEnd() {
    int pid = posix.spawn(kernel.request("/bin/sleep", List.of("sleep", "1000")));
    int pidfd = posix.pidfdOpen(pid);
    assertThat(posix.reap(pidfd)).isNull();
    assertThat(posix.pidfdKill(pidfd, Signals.SIGKILL)).isZero();
    kernel.awaitReady(pidfd, Polling.EPOLLIN);
    assertThat(posix.reap(pidfd)).isEqualTo(ExitStatus.killed(Signals.SIGKILL));
    assertThat(posix.pidfdKill(pidfd, Signals.SIGKILL)).isEqualTo(-Errno.ESRCH);
    assertThatThrownBy(() -> posix.reap(pidfd)).hasMessage("waitid: ECHILD");
    posix.close(pidfd);
    assertThatThrownBy(() -> posix.pidfdOpen(pid)).hasMessage("pidfd_open: ESRCH");
  }

  @Test
  void foreignProcessIsNotReaped() {
    int pidfd = posix.pidfdOpen(1);
    assertThatThrownBy(() -> posix.reap(pidfd)).hasMessage("waitid: ECHILD");
    posix.close(pidfd);
  }

  @Test
  void orphansBecomeTheSubreapersChildren() {
    posix.setChildSubreaper(true);
    try {
      Pipe input = posix.pipe(Pipe.Direction.TO_CHILD);
      Pipe output = posix.pipe(Pipe.Direction.FROM_CHILD);
      int parent =
          posix.spawn(
              new SpawnRequest(
                  "/bin/sh",
                  List.of("sh", "-c", "exec 3<&0; (read x <&3; exit 9) & echo $!"),
                  List.of(),
                  null,
                  null,
                  input.childEnd(),
                  output.childEnd(),
                  kernel.devNull));
      posix.close(input.childEnd());
      posix.close(output.childEnd());
      assertThat(kernel.awaitExit(parent).code()).isZero();
      assertThat(posix.reapAny()).isNull();
      NativeBuffer buffer = posix.allocate(20);
      int count = posix.read(output.parentEnd(), buffer, 0, 20);
      int orphan = Integer.parseInt(new String(buffer.copy(0, count)).strip());
      int pidfd = posix.pidfdOpen(orphan);
      posix.close(input.parentEnd());
      kernel.awaitReady(pidfd, Polling.EPOLLIN);
      assertThat(posix.reapAny()).isEqualTo(new ReapedChild(orphan, ExitStatus.exited(9)));
      assertThat(posix.reapAny()).isNull();
      posix.close(output.parentEnd());
      posix.close(pidfd);
    } finally {
      posix.setChildSubreaper(false);
    }
  }

  @Test
  void failedExecReturnsWithTheMaskAsItWas() throws Exception {
    String before = blockedInThisThread();
    assertThatThrownBy(() -> posix.exec("/no/such/program", List.of("x"), List.of()))
        .hasMessage("exec: ENOENT");
    assertThat(blockedInThisThread()).isEqualTo(before);
  }

  @Test
  void ownProcessIdIsTheVirtualMachines() {
    assertThat(posix.pid()).isEqualTo((int) ProcessHandle.current().pid());
  }

  private int start(String script, Pipe output) {
    int pid =
        posix.spawn(
            new SpawnRequest(
                "/bin/sh",
                List.of("sh", "-c", script),
                List.of("PATH=/usr/bin:/bin"),
                null,
                null,
                kernel.devNull,
                output.childEnd(),
                kernel.devNull));
    posix.close(output.childEnd());
    return pid;
  }

  private static String blockedInThisThread() throws Exception {
    return java.nio.file.Files.readAllLines(java.nio.file.Path.of("/proc/thread-self/status"))
        .stream()
        .filter(line -> line.startsWith("SigBlk:"))
        .findFirst()
        .orElseThrow();
  }
}
