package org.steward.core.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steward.core.posix.Credentials.Limit;
import org.steward.core.posix.Credentials.Resource;

class DescriptorsTest {
  private static final int CLOEXEC = 02000000;
  private static final int NONBLOCK = 04000;

  private final Posix posix = new LinuxPosix();
  private final NativeBuffer buffer = posix.allocate(100);
  @TempDir private Path directory;

  @Test
  void daemonsEndOfAPipeDoesNotBlockAndTheChildsDoes() throws Exception {
    for (Pipe.Direction direction : Pipe.Direction.values()) {
      Pipe pipe = posix.pipe(direction);
      assertThat(flags(pipe.parentEnd()) & (CLOEXEC | NONBLOCK)).isEqualTo(CLOEXEC | NONBLOCK);
      assertThat(flags(pipe.childEnd()) & (CLOEXEC | NONBLOCK)).isEqualTo(CLOEXEC);
      posix.close(pipe.parentEnd());
      posix.close(pipe.childEnd());
    }
  }

  @Test
  void bytesGoThroughAPipeToTheEndOfFile() {
    Pipe pipe = posix.pipe(Pipe.Direction.FROM_CHILD);
    assertThat(posix.read(pipe.parentEnd(), buffer, 0, 100)).isEqualTo(-Errno.EAGAIN);
    buffer.put(0, "hello".getBytes(StandardCharsets.UTF_8), 0, 5);
    assertThat(posix.write(pipe.childEnd(), buffer, 1, 4)).isEqualTo(4);
    assertThat(posix.read(pipe.parentEnd(), buffer, 50, 50)).isEqualTo(4);
    assertThat(buffer.copy(50, 4)).asString(StandardCharsets.UTF_8).isEqualTo("ello");
    posix.close(pipe.childEnd());
    assertThat(posix.read(pipe.parentEnd(), buffer, 0, 100)).isZero();
    posix.close(pipe.parentEnd());
  }

  @Test
  void writingWhereNobodyReadsIsABrokenPipe() {
    Pipe pipe = posix.pipe(Pipe.Direction.TO_CHILD);
    posix.close(pipe.childEnd());
    assertThat(posix.write(pipe.parentEnd(), buffer, 0, 1)).isEqualTo(-Errno.EPIPE);
    posix.close(pipe.parentEnd());
  }

  @Test
  void fileIsCreatedAppendedToAndDescribed() throws Exception {
    Path file = directory.resolve("log ü");
    int flags = Descriptors.O_WRONLY | Descriptors.O_CREAT | Descriptors.O_APPEND;
    int fd = posix.open(file.toString(), flags, 0600);
    buffer.put(0, "abc".getBytes(StandardCharsets.UTF_8), 0, 3);
    posix.write(fd, buffer, 0, 3);
    posix.write(fd, buffer, 0, 3);
    FileStatus status = posix.status(fd);
    posix.close(fd);
    assertThat(file).hasContent("abcabc");
    assertThat(status.regular()).isTrue();
    assertThat(status.size()).isEqualTo(6);
    assertThat(status.inode()).isEqualTo(Files.getAttribute(file, "unix:ino"));
  }

  @Test
  void deviceIsNotARegularFile() {
    int fd = posix.open("/dev/null", Descriptors.O_RDONLY, 0);
    assertThat(posix.status(fd).regular()).isFalse();
    posix.close(fd);
  }

  @Test
  void symbolicLinksCanBeRefused() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "");
    Path link = Files.createSymbolicLink(directory.resolve("link"), file);
    int flags = Descriptors.O_RDONLY | Descriptors.O_NOFOLLOW;
    assertThatThrownBy(() -> posix.open(link.toString(), flags, 0)).hasMessage("open: ELOOP");
  }

  @Test
  void whatAnotherUserPlantedIsRefusedWhereAllMayWrite() throws Exception {
    assumeTrue(posix.uid() == 0, "only root can give files away");
    Path open = Files.createDirectory(directory.resolve("open"));
    Files.setAttribute(open, "unix:mode", 01777);
    Path precious = Files.writeString(directory.resolve("precious"), "");
    Path link = Files.createSymbolicLink(open.resolve("link"), precious);
    Path file = Files.writeString(open.resolve("file"), "");
    for (Path planted : List.of(link, file)) {
      posix.close(openNamed(planted));
      Files.setAttribute(planted, "unix:uid", 1, LinkOption.NOFOLLOW_LINKS);
      assertThatThrownBy(() -> openNamed(planted)).hasMessage("open: EACCES");
    }
    Files.setAttribute(open, "unix:mode", 0755);
    posix.close(openNamed(link));
    posix.close(openNamed(file));
  }

  private int openNamed(Path file) {
    return posix.openNamed(file.toString(), Descriptors.O_WRONLY | Descriptors.O_CREAT, 0600);
  }

  @Test
  void duplicatesAreClosedOnExecUnlessTheyAreTheFirstThree() throws Exception {
    int fd = posix.open("/dev/null", Descriptors.O_RDONLY, 0);
    int other = posix.open("/dev/zero", Descriptors.O_RDONLY, 0);
    posix.dup2(fd, other);
    assertThat(Kernel.descriptors().get(other)).isEqualTo("/dev/null");
    assertThat(flags(other) & CLOEXEC).isEqualTo(CLOEXEC);
    posix.setCloseOnExec(other, false);
    assertThat(flags(other) & CLOEXEC).isZero();
    posix.dup2(other, other);
    posix.close(fd);
    posix.close(other);
  }

  @Test
  void descriptorsRunningOutAreReported() {
    Limit limit = posix.limit(Resource.NOFILE);
    int firstFree = posix.open("/dev/null", Descriptors.O_RDONLY, 0);
    posix.close(firstFree);
    PosixException reported = null;
    posix.setLimit(Resource.NOFILE, new Limit(firstFree, limit.hard()));
    try {
      posix.pipe(Pipe.Direction.FROM_CHILD);
    } catch (PosixException e) {
      reported = e;
    } finally {
      posix.setLimit(Resource.NOFILE, limit);
    }
    assertThat(reported).hasMessage("pipe2: EMFILE");
  }

  @Test
  void mistakesWithBuffersNeverReachTheSystem() {
    assertThatThrownBy(() -> posix.read(0, buffer, 50, 51))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> posix.read(0, NativeBuffer.onHeap(10), 0, 10))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> posix.open("/dev/null\0.log", 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void flagsAreTranslatedForTheOtherArchitecture() {
    int flags = Descriptors.O_WRONLY | Descriptors.O_NOFOLLOW;
    assertThat(Abi.of("Linux", "aarch64").openFlags(flags))
        .isEqualTo(Descriptors.O_WRONLY | 0x8000);
    assertThat(Abi.of("Linux", "amd64").openFlags(flags)).isEqualTo(flags);
  }

  @Test
  void otherPlatformsAreRefusedByName() {
    assertThatThrownBy(() -> Abi.of("Mac OS X", "aarch64"))
        .isInstanceOf(UnsupportedPlatform.class)
        .hasMessageStartingWith("cannot run on Mac OS X on aarch64: Linux 5.4 or newer on x86-64");
    assertThatThrownBy(() -> Abi.of("Linux", "riscv64")).isInstanceOf(UnsupportedPlatform.class);
  }

  @Test
  void bytesThatAreNoTextPassThroughUnharmed() {
    byte[] bytes = {'a', (byte) 0xff, (byte) 0xc3, (byte) 0xa9, (byte) 0xc3, 'b', (byte) 0xed};
    assertThat(NativeText.encode(NativeText.decode(bytes))).isEqualTo(bytes);
    assertThat(NativeText.decode(NativeText.encode("grüße 😀"))).isEqualTo("grüße 😀");
  }

  private static int flags(int fd) throws Exception {
    return Files.readAllLines(Path.of("/proc/self/fdinfo/" + fd)).stream()
        .filter(line -> line.startsWith("flags:"))
        .mapToInt(line -> Integer.parseInt(line.substring(6).strip(), 8))
        .findFirst()
        .orElseThrow();
  }
}
