package org.steward.core.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SurvivalTest {
  private final Kernel kernel = new Kernel();
  private final Posix posix = kernel.posix;
  private final NativeBuffer buffer = posix.allocate(100);

  @AfterEach
  void close() {
    kernel.close();
  }

  @Test
  void childWithBothEndsOutlivesItsReader() {
    Pipe output = posix.pipe(Pipe.Direction.FROM_CHILD);
    Pipe input = posix.pipe(Pipe.Direction.TO_CHILD);
    int both = posix.reopenReadWrite(output.childEnd());
    int pid =
        posix.spawn(
            new SpawnRequest(
                "/bin/sh",
                List.of("sh", "-c", "read x; echo unheard && exit 3"),
                List.of(),
                null,
                null,
                input.childEnd(),
                both,
                kernel.devNull));
    posix.close(both);
    posix.close(output.childEnd());
    posix.close(output.parentEnd());
    posix.close(input.childEnd());
    buffer.put(0, new byte[] {'\n'}, 0, 1);
    posix.write(input.parentEnd(), buffer, 0, 1);
    assertThat(kernel.awaitExit(pid)).isEqualTo(ExitStatus.exited(3));
    posix.close(input.parentEnd());
  }

  @Test
  void processIsNamedByItsStartTime() throws Exception {
    // A name with a space and a parenthesis in /proc/PID/stat.
    Path odd = Files.createTempDirectory("steward-test").resolve("a) b");
    Files.copy(Path.of("/bin/sleep"), odd);
    int pid = posix.spawn(kernel.request(odd.toString(), List.of("sleep", "1000")));
    assertThat(posix.startTime(pid)).isGreaterThanOrEqualTo(posix.startTime(posix.pid()));
    posix.kill(pid, Signals.SIGKILL);
    kernel.awaitExit(pid);
    assertThat(posix.startTime(pid)).isEqualTo(-1);
    Files.delete(odd);
    Files.delete(odd.getParent());
  }

  @Test
  void statusOfAForeignProcessIsKnownOnceItsParentHasIt() {
    Pipe output = posix.pipe(Pipe.Direction.FROM_CHILD);
    Pipe input = posix.pipe(Pipe.Direction.TO_CHILD);
    int parent =
        posix.spawn(
            new SpawnRequest(
                "/bin/sh",
                List.of("sh", "-c", "exec 3<&0; (read x <&3; exit 5) & echo $!; wait"),
                List.of(),
                null,
                null,
                input.childEnd(),
                output.childEnd(),
                kernel.devNull));
    posix.close(output.childEnd());
    posix.close(input.childEnd());
    kernel.awaitReady(output.parentEnd(), Polling.EPOLLIN);
    int count = posix.read(output.parentEnd(), buffer, 0, 100);
    int pidfd =
        posix.pidfdOpen(
            Integer.parseInt(new String(buffer.copy(0, count), StandardCharsets.UTF_8).strip()));
    assertThat(posix.exitStatusOf(pidfd)).isNull();
    posix.close(input.parentEnd());
    kernel.awaitReady(pidfd, 0); // hangs up when reaped
    // Null on kernels before 6.15.
    assertThat(posix.exitStatusOf(pidfd)).isIn(ExitStatus.exited(5), null);
    kernel.awaitExit(parent);
    posix.close(pidfd);
    posix.close(output.parentEnd());
  }

  @Test
  void waitStatusesAreUnderstood() {
    assertThat(ExitStatus.ofWaitStatus(5 << 8)).isEqualTo(ExitStatus.exited(5));
    assertThat(ExitStatus.ofWaitStatus(9)).isEqualTo(ExitStatus.killed(9));
    assertThat(ExitStatus.ofWaitStatus(11 | 0x80)).isEqualTo(new ExitStatus(-1, 11, true));
  }

  @Test
  void memoryFileIsReadBackByItsDescriptor() throws Exception {
    int fd = posix.memoryFile("state");
    buffer.put(0, "state".getBytes(StandardCharsets.UTF_8), 0, 5);
    posix.write(fd, buffer, 0, 5);
    assertThat(Files.readString(Path.of("/proc/self/fd/" + fd))).isEqualTo("state");
    posix.close(fd);
  }

  @Test
  void allDescriptorsFromOneOnAreMadeCloseOnExec() throws Exception {
    int kept = posix.open("/dev/null", Descriptors.O_RDONLY, 0);
    posix.setCloseOnExec(kept, false);
    posix.closeOnExecFrom(3);
    assertThat(Files.readString(Path.of("/proc/self/fdinfo/" + kept))).contains("flags:\t02100000");
    posix.close(kept);
  }
}
