package org.steward.core.posix;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;

/** Identity, limits and permissions on Linux. */
interface LinuxCredentials extends Credentials {
  @Override
  default int uid() {
    return Libc.GETUID.call();
  }

  @Override
  default void becomeUser(String name, int uid, int gid) {
    // The C library's functions change all threads, which the system calls themselves do not.
    try (Arena arena = Arena.ofConfined()) {
      Libc.INITGROUPS.check(Libc.INITGROUPS.call(NativeText.string(arena, name), gid));
    }
    Libc.SETGID.check(Libc.SETGID.call(gid));
    Libc.SETUID.check(Libc.SETUID.call(uid));
  }

  @Override
  default int umask(int mask) {
    return Libc.UMASK.call(mask);
  }

  @Override
  default boolean privateFileSystemState() {
    int cloneFs = 0x200;
    return Libc.UNSHARE.call(cloneFs) == 0;
  }

  @Override
  default void chdir(String directory) {
    try (Arena arena = Arena.ofConfined()) {
      Libc.CHDIR.check(Libc.CHDIR.call(NativeText.string(arena, directory)));
    }
  }

  @Override
  default Limit limit(Resource resource) {
    MemorySegment limit = Scratch.current().struct;
    Libc.PRLIMIT.check(Libc.PRLIMIT.call(0, number(resource), 0, limit.address()));
    return new Limit(limit.get(JAVA_LONG, 0), limit.get(JAVA_LONG, 8));
  }

  @Override
  default void setLimit(Resource resource, Limit wanted) {
    MemorySegment limit = Scratch.current().struct;
    limit.set(JAVA_LONG, 0, wanted.soft());
    limit.set(JAVA_LONG, 8, wanted.hard());
    Libc.PRLIMIT.check(Libc.PRLIMIT.call(0, number(resource), limit.address(), 0));
  }

  @Override
  default boolean executable(String path) {
    int here = -100;
    int executable = 1;
    int effectiveIds = 0x200;
    try (Arena arena = Arena.ofConfined()) {
      long name = NativeText.string(arena, path);
      return Libc.FACCESSAT.call(here, name, executable, effectiveIds) == 0 && !isDirectory(name);
    }
  }

  @Override
  default void chown(String path, int uid, int gid) {
    try (Arena arena = Arena.ofConfined()) {
      Libc.CHOWN.check(Libc.CHOWN.call(NativeText.string(arena, path), uid, gid));
    }
  }

  @Override
  default long blockedSignals() {
    // Of the thread group's first thread: the Java launcher leaves its mask as it was at exec.
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("SigBlk:"))
          .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isDirectory(long path) {
    MemorySegment found = Scratch.current().struct;
    int here = -100;
    int result = Libc.STATX.call(here, path, 0, LinuxDescriptors.Statx.BASIC, found.address());
    int type = found.get(JAVA_SHORT, 28) & LinuxDescriptors.Statx.TYPE;
    return result == 0 && type == LinuxDescriptors.Statx.DIRECTORY;
  }

  private static int number(Resource resource) {
    return switch (resource) {
      case NOFILE -> 7;
      case NPROC -> 6;
    };
  }
}
