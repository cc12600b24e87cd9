package org.steward.core.posix.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steward.core.posix.Descriptors;
import org.steward.core.posix.Errno;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Pipe;
import org.steward.core.posix.PollEvents;
import org.steward.core.posix.Polling;
import org.steward.core.posix.Posix;
import org.steward.core.posix.PosixException;

/**
 * What the real and the virtual kernel must have in common, for tests on the latter to be worth it.
 */
abstract class DescriptorContract {
  private final Posix posix;
  private final NativeBuffer buffer;
  private final int epoll;
  private final PollEvents events;
  @TempDir private Path directory;

  DescriptorContract(Posix posix) {
    this.posix = posix;
    buffer = posix.allocate(100_000);
    epoll = posix.epollCreate();
    events = posix.pollEvents(4);
  }

  @Test
  void fullPipeTakesNoMoreAndIsNotWritableUntilItIsRead() {
    Pipe pipe = posix.pipe(Pipe.Direction.TO_CHILD);
    int writer = pipe.parentEnd();
    assertThat(posix.write(writer, buffer, 0, 100_000)).isEqualTo(65536);
    assertThat(posix.write(writer, buffer, 0, 1)).isEqualTo(-Errno.EAGAIN);
    posix.epollAdd(epoll, writer, Polling.EPOLLOUT, 1);
    assertThat(readyNow()).isZero();
    assertThat(posix.read(pipe.childEnd(), buffer, 0, 65536)).isEqualTo(65536);
    assertThat(readyNow()).isEqualTo(Polling.EPOLLOUT);
    close(writer, pipe.childEnd());
  }

  @Test
  void pipeWithBytesAndWithoutWriterIsReadableAndHungUpAtOnce() {
    Pipe pipe = posix.pipe(Pipe.Direction.FROM_CHILD);
    int reader = pipe.parentEnd();
    posix.epollAdd(epoll, reader, Polling.EPOLLIN, 1);
    assertThat(posix.read(reader, buffer, 0, 10)).isEqualTo(-Errno.EAGAIN);
    write(pipe.childEnd(), "end");
    assertThat(readyNow()).isEqualTo(Polling.EPOLLIN);
    posix.close(pipe.childEnd());
    assertThat(readyNow()).isEqualTo(Polling.EPOLLIN | Polling.EPOLLHUP);
    assertThat(read(reader)).isEqualTo("end");
    assertThat(readyNow()).isEqualTo(Polling.EPOLLHUP);
    assertThat(posix.read(reader, buffer, 0, 10)).isZero();
    posix.close(reader);
    assertThat(readyNow()).isZero();
  }

  @Test
  void whatAPipeHoldsIsWhatAReadBrings() {
    Pipe pipe = posix.pipe(Pipe.Direction.FROM_CHILD);
    assertThat(posix.available(pipe.parentEnd())).isZero();
    write(pipe.childEnd(), "abc");
    write(pipe.childEnd(), "de");
    assertThat(posix.available(pipe.parentEnd())).isEqualTo(5);
    assertThat(posix.read(pipe.parentEnd(), buffer, 0, 5)).isEqualTo(5);
    assertThat(posix.available(pipe.parentEnd())).isZero();
    close(pipe.childEnd(), pipe.parentEnd());
  }

  @Test
  void pipeWithoutReaderIsBrokenAndReportedAsAnError() {
    Pipe pipe = posix.pipe(Pipe.Direction.TO_CHILD);
    posix.close(pipe.childEnd());
    assertThat(posix.write(pipe.parentEnd(), buffer, 0, 1)).isEqualTo(-Errno.EPIPE);
    posix.epollAdd(epoll, pipe.parentEnd(), 0, 1);
    assertThat(readyNow()).isEqualTo(Polling.EPOLLERR);
    posix.close(pipe.parentEnd());
  }

  @Test
  void endOpenedBothWaysKeepsThePipeAlive() {
    Pipe pipe = posix.pipe(Pipe.Direction.FROM_CHILD);
    int both = posix.reopenReadWrite(pipe.childEnd());
    posix.close(pipe.childEnd());
    assertThat(posix.read(pipe.parentEnd(), buffer, 0, 10)).isEqualTo(-Errno.EAGAIN);
    posix.close(pipe.parentEnd());
    write(both, "kept");
    assertThat(read(both)).isEqualTo("kept");
    posix.close(both);
  }

  @Test
  void duplicateSharesThePipe() {
    Pipe pipe = posix.pipe(Pipe.Direction.FROM_CHILD);
    int other = posix.open("/dev/null", Descriptors.O_RDONLY, 0);
    posix.dup2(pipe.childEnd(), other);
    posix.close(pipe.childEnd());
    write(other, "x");
    assertThat(read(pipe.parentEnd())).isEqualTo("x");
    close(other, pipe.parentEnd());
  }

  @Test
  void oneShotWatchIsSilentUntilModifiedAndWatchesAreKnownByName() {
    int wake = posix.eventFd();
    posix.epollAdd(epoll, wake, Polling.EPOLLIN | Polling.EPOLLONESHOT, 1);
    assertFails(Errno.EEXIST, () -> posix.epollAdd(epoll, wake, Polling.EPOLLIN, 1));
    posix.wake(wake);
    assertThat(readyNow()).isEqualTo(Polling.EPOLLIN);
    assertThat(readyNow()).isZero();
    posix.epollModify(epoll, wake, Polling.EPOLLIN, 2);
    assertThat(readyNow()).isEqualTo(Polling.EPOLLIN);
    assertThat(events.token(0)).isEqualTo(2);
    posix.clearWake(wake);
    assertThat(readyNow()).isZero();
    posix.epollDelete(epoll, wake);
    assertFails(Errno.ENOENT, () -> posix.epollModify(epoll, wake, Polling.EPOLLIN, 2));
    posix.close(wake);
  }

  @Test
  void plainFilesAreNotWatched() {
    int file = create("file");
    assertFails(Errno.EPERM, () -> posix.epollAdd(epoll, file, Polling.EPOLLIN, 1));
    posix.close(file);
  }

  @Test
  void renamedFileIsStillWrittenToAndFoundByItsNewName() {
    int file = create("old");
    assertThat(posix.rename(path("old"), path("new"))).isZero();
    write(file, "text");
    assertThat(posix.status(file).size()).isEqualTo(4);
    posix.close(file);
    int again = posix.open(path("new"), Descriptors.O_RDONLY, 0);
    assertThat(read(again)).isEqualTo("text");
    assertThat(read(again)).isEmpty();
    posix.close(again);
    assertThat(posix.rename(path("old"), path("new"))).isEqualTo(-Errno.ENOENT);
    assertThat(posix.unlink(path("new"))).isZero();
    assertThat(posix.unlink(path("new"))).isEqualTo(-Errno.ENOENT);
  }

  @Test
  void fileIsOpenedAsAskedFor() {
    assertFails(Errno.ENOENT, () -> posix.open(path("file"), Descriptors.O_RDONLY, 0));
    int file = create("file");
    int exclusive = Descriptors.O_WRONLY | Descriptors.O_CREAT | Descriptors.O_EXCL;
    assertFails(Errno.EEXIST, () -> posix.open(path("file"), exclusive, 0600));
    write(file, "abc");
    int truncating = posix.open(path("file"), Descriptors.O_WRONLY | Descriptors.O_TRUNC, 0);
    assertThat(posix.status(file).size()).isZero();
    assertThat(posix.status(file)).isEqualTo(posix.status(truncating));
    close(file, truncating);
  }

  @Test
  void closedDescriptorIsRefused() {
    int file = create("file");
    posix.close(file);
    assertThat(posix.read(file, buffer, 0, 1)).isEqualTo(-Errno.EBADF);
    assertThat(posix.write(file, buffer, 0, 1)).isEqualTo(-Errno.EBADF);
    assertFails(Errno.EBADF, () -> posix.status(file));
    assertFails(Errno.EBADF, () -> posix.setNonBlocking(file, true));
    assertFails(Errno.EBADF, () -> posix.epollAdd(epoll, file, Polling.EPOLLIN, 1));
  }

  private int create(String name) {
    return posix.open(path(name), Descriptors.O_RDWR | Descriptors.O_CREAT, 0600);
  }

  private String path(String name) {
    return directory.resolve(name).toString();
  }

  private void write(int fd, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    buffer.put(0, bytes, 0, bytes.length);
    assertThat(posix.write(fd, buffer, 0, bytes.length)).isEqualTo(bytes.length);
  }

  private String read(int fd) {
    int count = posix.read(fd, buffer, 0, buffer.capacity());
    return new String(buffer.copy(0, count), StandardCharsets.UTF_8);
  }

  /** The bits of the one descriptor that is ready, 0 where none is. */
  private int readyNow() {
    return posix.epollWait(epoll, events, 0) == 0 ? 0 : events.events(0);
  }

  private void close(int... fds) {
    for (int fd : fds) {
      posix.close(fd);
    }
  }

  private static void assertFails(int errno, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(PosixException.class, e -> assertThat(e.errno()).isEqualTo(errno));
  }
}
