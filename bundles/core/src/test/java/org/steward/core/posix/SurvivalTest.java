package org.steward.core.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    int foreign =
        Integer.parseInt(new String(buffer.copy(0, count), StandardCharsets.UTF_8).strip());
    int pidfd = posix.pidfdOpen(foreign);
    assertThat(posix.exitStatusOf(pidfd, foreign)).isNull();
    posix.close(input.parentEnd());
    kernel.awaitReady(pidfd, 0); // hangs up when reaped
    // Null on kernels before 6.15.
    assertThat(posix.exitStatusOf(pidfd, foreign)).isIn(ExitStatus.exited(5), null);
    kernel.awaitExit(parent);
    posix.close(pidfd);
    posix.close(output.parentEnd());
  }

  @Test
  void pipesAreFoundAgainInTheirHolder() {
    Pipe output = posix.pipe(Pipe.Direction.FROM_CHILD);
    int both = posix.reopenReadWrite(output.childEnd());
    String mark = "MARK=of this child " + posix.pid() + " " + posix.startTime(posix.pid());
    // It has moved the pipe out of the way of its own standard output.
    int pid =
        posix.spawn(
            new SpawnRequest(
                "/bin/sh",
                List.of("sh", "-c", "exec 7>&1 >/dev/null; (echo moved >&7); exec sleep 1000"),
                List.of("PATH=/bin:/usr/bin", "A=1", mark),
                null,
                null,
                kernel.devNull,
                both,
                both));
    long inode = posix.status(output.parentEnd()).inode();
    kernel.awaitReady(output.parentEnd(), Polling.EPOLLIN);
    posix.close(both);
    posix.close(output.childEnd());
    posix.close(output.parentEnd());

    assertThat(posix.pipeAt(pid, 2)).isEqualTo(inode);
    assertThat(posix.pipeAt(pid, 1)).isZero();
    int again = posix.reopenPipeOf(pid, inode, Pipe.Direction.FROM_CHILD);
    assertThat(posix.read(again, buffer, 0, 100)).isEqualTo("moved\n".length());
    assertThat(posix.read(again, buffer, 0, 100)).isEqualTo(-Errno.EAGAIN);
    assertThat(posix.reopenPipeOf(pid, inode + 1, Pipe.Direction.FROM_CHILD))
        .isEqualTo(-Errno.ENOENT);
    // In the middle of its exec no environment of it can be read.
    await().untilAsserted(() -> assertThat(posix.findLeader(mark)).isEqualTo(pid));
    assertThat(posix.findLeader(mark.substring(0, 8))).isZero();

    posix.kill(pid, Signals.SIGKILL);
    kernel.readAll(again);
    kernel.awaitExit(pid);
    posix.close(again);
  }

  @Test
  void whatIsWrittenToAMappedFileIsInIt(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("mapped");
    NativeBuffer first = posix.mapFile(file.toString(), 10_000);
    first.putInt(4, 0x61626364);
    assertThat(Files.size(file)).isEqualTo(10_000);
    assertThat(posix.mapFile(file.toString(), 10_000).getInt(4)).isEqualTo(0x61626364);
    assertThat(posix.mapFile(file.toString(), 5_000).getInt(4)).as("of another size").isZero();
  }

  @Test
  void aFileThatOthersMayUseIsNotMapped(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("mapped");
    Files.writeString(file, "");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> posix.mapFile(file.toString(), 10)).hasMessageContaining("EPERM");
    Path link = Files.createSymbolicLink(directory.resolve("link"), file);
    assertThatThrownBy(() -> posix.mapFile(link.toString(), 10)).hasMessageContaining("ELOOP");
  }

  @Test
  void descriptorsOfAnotherProcessAreDuplicated() {
    int listener = posix.listenTcp("127.0.0.1", 0, 1);
    int pid =
        posix.spawn(
            new SpawnRequest(
                "/bin/sleep",
                List.of("sleep", "1000"),
                List.of(),
                null,
                null,
                listener,
                kernel.devNull,
                kernel.devNull));
    int pidfd = posix.pidfdOpen(pid);
    int same = posix.duplicateOf(pidfd, 0);
    assertThat(posix.status(same)).isEqualTo(posix.status(listener));
    posix.kill(pid, Signals.SIGKILL);
    kernel.awaitExit(pid);
    posix.close(pidfd);
    posix.close(same);
    posix.close(listener);
  }

  @Test
  void aLockIsHeldByOneAlone(@TempDir Path directory) {
    String file = directory.resolve("lock").toString();
    int one = posix.open(file, Descriptors.O_RDWR | Descriptors.O_CREAT, 0600);
    int two = posix.open(file, Descriptors.O_RDWR, 0);
    assertThat(posix.lock(one)).isTrue();
    assertThat(posix.lock(two)).isFalse();
    posix.close(one);
    assertThat(posix.lock(two)).isTrue();
    posix.close(two);
  }

  @Test
  void theEpochIsTheSameForAllOfOneBoot() {
    assertThat(posix.epoch()).isEqualTo(posix.epoch()).contains("pid:[");
  }

  @Test
  void statusOfAForeignProcessIsKnownUntilItsParentHasIt() {
    // As good as foreign: nobody waits for it here.
    int pid = posix.spawn(kernel.request("/bin/sh", List.of("sh", "-c", "exit 5")));
    int pidfd = posix.pidfdOpen(pid);
    kernel.awaitReady(pidfd, Polling.EPOLLIN);
    assertThat(posix.exitStatusOf(pidfd, pid)).isEqualTo(ExitStatus.exited(5));
    assertThat(kernel.awaitExit(pid)).isEqualTo(ExitStatus.exited(5));
    posix.close(pidfd);
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
