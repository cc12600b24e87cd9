package org.steward.core.posix.testing;

import org.steward.core.posix.Descriptors;
import org.steward.core.posix.Errno;
import org.steward.core.posix.FileStatus;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Pipe;
import org.steward.core.posix.PosixException;

/** Files and pipes of the virtual kernel. */
interface FakeDescriptorsCalls extends Descriptors {
  /** Where a process finds its open files by descriptor. */
  String OWN_DESCRIPTORS = "/proc/self/fd/";

  /** The kernel these calls are made to. */
  FakeKernel kernel();

  @Override
  default NativeBuffer allocate(int bytes) {
    return NativeBuffer.onHeap(bytes);
  }

  @Override
  default int read(int fd, NativeBuffer into, int offset, int length) {
    int failure = kernel().faults.result("read");
    OpenFile file = kernel().table.find(fd);
    return failure != 0 ? failure : file == null ? -Errno.EBADF : file.read(into, offset, length);
  }

  @Override
  default int available(int fd) {
    int failure = kernel().faults.result("available");
    OpenFile file = kernel().table.find(fd);
    return failure != 0 ? failure : file == null ? -Errno.EBADF : file.available();
  }

  @Override
  default int write(int fd, NativeBuffer from, int offset, int length) {
    int failure = kernel().faults.result("write");
    OpenFile file = kernel().table.find(fd);
    return failure != 0 ? failure : file == null ? -Errno.EBADF : file.write(from, offset, length);
  }

  @Override
  default Pipe pipe(Pipe.Direction direction) {
    kernel().faults.check("pipe");
    if (!kernel().table.roomFor(2)) {
      throw new PosixException("pipe", Errno.EMFILE);
    }
    FakePipe pipe = new FakePipe();
    int reader = kernel().table.install("pipe", pipe.reader());
    int writer = kernel().table.install("pipe", pipe.writer());
    return direction == Pipe.Direction.FROM_CHILD
        ? new Pipe(reader, writer)
        : new Pipe(writer, reader);
  }

  @Override
  default int open(String path, int flags, int mode) {
    kernel().faults.check("open");
    if (path.startsWith(OWN_DESCRIPTORS)) {
      int fd = Integer.parseInt(path.substring(OWN_DESCRIPTORS.length()));
      return kernel().table.install("open", kernel().table.get("open", fd));
    }
    return kernel().table.install("open", kernel().files.open(path, flags));
  }

  @Override
  default int openNamed(String path, int flags, int mode) {
    return open(path, flags, mode);
  }

  @Override
  default int rename(String from, String to) {
    int failure = kernel().faults.result("rename");
    return failure != 0 ? failure : kernel().files.rename(from, to);
  }

  @Override
  default int unlink(String path) {
    int failure = kernel().faults.result("unlink");
    return failure != 0 ? failure : kernel().files.unlink(path);
  }

  @Override
  default void close(int fd) {
    kernel().table.close(fd);
  }

  @Override
  default void dup2(int from, int to) {
    kernel().faults.check("dup2");
    kernel().table.duplicate(from, to);
  }

  @Override
  default int duplicate(int fd) {
    kernel().faults.check("duplicate");
    return kernel().table.install("duplicate", kernel().table.get("duplicate", fd));
  }

  @Override
  default void setNonBlocking(int fd, boolean nonBlocking) {
    kernel().faults.check("setNonBlocking");
    kernel().table.get("setNonBlocking", fd);
  }

  @Override
  default void setCloseOnExec(int fd, boolean closeOnExec) {
    kernel().faults.check("setCloseOnExec");
    kernel().table.get("setCloseOnExec", fd);
  }

  @Override
  default boolean lock(int fd) {
    kernel().faults.check("lock");
    return kernel().table.get("lock", fd).open();
  }

  @Override
  default FileStatus status(int fd) {
    kernel().faults.check("status");
    OpenFile file = kernel().table.get("status", fd);
    return file instanceof FakeFile plain
        ? new FileStatus(true, plain.content().bytes.length, 1, plain.content().inode)
        : new FileStatus(false, 0, 2, file.pipe());
  }
}
