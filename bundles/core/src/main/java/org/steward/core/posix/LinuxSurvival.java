package org.steward.core.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    try {
      // The second field is the program's name in parentheses and may hold anything.
      String stat =
          Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
      String[] fieldsFromThird = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return Long.parseLong(fieldsFromThird[22 - 3]);
    } catch (IOException gone) {
      return -1;
    }
  }

  @Override
  default @Nullable ExitStatus exitStatusOf(int pidfd) {
    long getInfo = 0xC040FF0BL;
    long exitKnown = 8;
    MemorySegment info = Scratch.zeroed();
    info.set(JAVA_LONG, 0, exitKnown);
    int result = Libc.IOCTL.call(pidfd, getInfo, info.address());
    // An older kernel does not know the call, or only without exit statuses.
    if (result < 0 || (info.get(JAVA_LONG, 0) & exitKnown) == 0) {
      return null;
    }
    return ExitStatus.ofWaitStatus(info.get(JAVA_INT, 60));
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
