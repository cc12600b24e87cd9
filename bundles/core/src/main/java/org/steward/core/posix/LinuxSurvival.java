package org.steward.core.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Surviving on Linux: /proc, PIDFD_GET_INFO, memfd, close_range. */
interface LinuxSurvival extends Survival {
  @Override
  default int reopenReadWrite(int fd) {
    try (Arena arena = Arena.ofConfined()) {
      long name = NativeText.string(arena, "/proc/self/fd/" + fd);
      return Libc.OPEN.check(Libc.OPEN.call(name, Descriptors.O_RDWR | Libc.CLOEXEC, 0));
    }
  }

  @Override
  default long startTime(int pid) {
    ProcStat stat = ProcStat.of(pid);
    return stat == null ? -1 : stat.startTime();
  }

  @Override
  default String epoch() {
    try {
      String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
      return boot + "/" + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  default long pipeAt(int pid, int fd) {
    return ProcDescriptors.pipeAt(pid, fd);
  }

  @Override
  default int reopenPipeOf(int pid, long inode, Pipe.Direction direction) {
    int fd = ProcDescriptors.find(pid, inode);
    if (fd < 0) {
      return fd;
    }
    int access =
        direction == Pipe.Direction.FROM_CHILD ? Descriptors.O_RDONLY : Descriptors.O_WRONLY;
    try (Arena arena = Arena.ofConfined()) {
      long name = NativeText.string(arena, "/proc/" + pid + "/fd/" + fd);
      return Libc.OPEN.call(name, access | Libc.CLOEXEC | Libc.NONBLOCK, 0);
    }
  }

  @Override
  default int duplicateOf(int pidfd, int fd) {
    return Libc.check("pidfd_getfd", Libc.SYSCALL.call(Libc.SYS_PIDFD_GETFD, pidfd, fd, 0));
  }

  @Override
  default int findLeader(String environmentEntry) {
    return ProcEnvironments.findLeader(environmentEntry);
  }

  @Override
  default List<Relative> relativesOf(int leader, String environmentEntry) {
    return new ProcRelatives(leader, environmentEntry, Libc.GETPID.call()).find();
  }

  @Override
  default @Nullable ExitStatus exitStatusOf(int pidfd, int pid) {
    long getInfo = 0xC040FF0BL;
    long exitKnown = 8;
    MemorySegment info = Scratch.zeroed();
    info.set(JAVA_LONG, 0, exitKnown);
    int result = Libc.IOCTL.call(pidfd, getInfo, info.address());
    // An older kernel does not know the call, or only without exit statuses.
    if (result < 0 || (info.get(JAVA_LONG, 0) & exitKnown) == 0) {
      ExitStatus status = ProcStat.exitStatus(pid);
      // Still not reaped, or the id could have become another's meanwhile.
      int noSignal = 0;
      return Libc.SYSCALL.call(Libc.SYS_PIDFD_SEND_SIGNAL, pidfd, noSignal, 0, 0) == 0
          ? status
          : null;
    }
    return ExitStatus.ofWaitStatus(info.get(JAVA_INT, 60));
  }

  @Override
  default NativeBuffer mapFile(String path, int bytes) {
    int flags = Descriptors.O_RDWR | Descriptors.O_CREAT | Descriptors.O_NOFOLLOW;
    int fd = ((Descriptors) this).open(path, flags, 0600);
    try {
      Path file = Path.of("/proc/self/fd/" + fd);
      int regularAndPrivate = 0100600;
      if ((int) Files.getAttribute(file, "unix:uid") != Libc.GETUID.call()
          || (int) Files.getAttribute(file, "unix:mode") != regularAndPrivate) {
        throw new PosixException("map", Errno.EPERM);
      }
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        if (channel.size() != bytes) {
          channel.truncate(0);
          channel.write(ByteBuffer.allocate(bytes));
        }
        return new NativeBuffer(
            channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, Arena.global()));
      }
    } catch (IOException e) {
      throw new PosixException("map", Errno.EIO);
    } finally {
      ((Descriptors) this).close(fd);
    }
  }

  @Override
  default int memoryFile(String name) {
    int closeOnExec = 1;
    try (Arena arena = Arena.ofConfined()) {
      long text = NativeText.string(arena, name);
      return Libc.MEMFD_CREATE.check(Libc.MEMFD_CREATE.call(text, closeOnExec));
    }
  }

  @Override
  default void closeOnExecFrom(int first) {
    long last = 0xFFFFFFFFL;
    int setCloseOnExec = 4;
    Libc.check("close_range", Libc.SYSCALL.call(Libc.SYS_CLOSE_RANGE, first, last, setCloseOnExec));
  }
}
