package org.steward.core.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** One posix_spawn: its attributes, what happens in the child before exec, and its errors. */
final class LinuxSpawn {
  private static final int ATTRIBUTES_SIZE = 336;
  private static final int ACTIONS_SIZE = 80;
  private static final int SIGNAL_SET_SIZE = 128;
  private static final int SETPGROUP = 2;
  private static final int SETSIGDEF = 4;
  private static final int SETSIGMASK = 8;
  private static final int SETSID = 0x80;
  private static final int O_PATH = 0x200000;
  private static final int X_OK = 1;
  private static final int AT_FDCWD = -100;
  private static final int AT_EACCESS = 0x200;
  private static final int PATH_MAX = 4096;

  private static final MemorySegment IN_OWN_GROUP = attributes(SETPGROUP | SETSIGMASK);
  private static final MemorySegment IN_OWN_SESSION = attributes(SETSID);

  /** Held while the file mode mask is a child's: it may be the whole process's. */
  private static final Object UMASK = new Object();

  private final SpawnRequest request;
  private final Arena arena;

  LinuxSpawn(SpawnRequest request, Arena arena) {
    this.request = request;
    this.arena = arena;
  }

  /** The child's process id. */
  int run() {
    try (ChildDescriptors descriptors = new ChildDescriptors(request)) {
      MemorySegment actions = arena.allocate(ACTIONS_SIZE, 8);
      require("spawn", Libc.SPAWN_ACTIONS_INIT.raw(actions.address(), 0, 0, 0, 0, 0));
      try {
        fill(actions.address(), descriptors);
        return spawn(actions.address());
      } finally {
        Libc.SPAWN_ACTIONS_DESTROY.call(actions.address());
      }
    }
  }

  private void fill(long actions, ChildDescriptors descriptors) {
    for (int target = 0; target <= 2; target++) {
      // Onto itself, it only clears FD_CLOEXEC: the C library sees to that.
      int source = descriptors.source(target);
      require("dup2", Libc.SPAWN_ACTIONS_DUP2.raw(actions, source, target, 0, 0, 0));
    }
    String directory = request.directory();
    if (directory != null) {
      long name = NativeText.string(arena, directory);
      require("chdir", Libc.SPAWN_ACTIONS_CHDIR.raw(actions, name, 0, 0, 0, 0));
    }
    // java.nio's sockets and files are not close-on-exec.
    require("close", Libc.SPAWN_ACTIONS_CLOSE_FROM.raw(actions, 3, 0, 0, 0, 0));
  }

  private int spawn(long actions) {
    MemorySegment pid = arena.allocate(JAVA_INT);
    long path = NativeText.string(arena, absolutePath());
    long argv = NativeText.strings(arena, request.argv());
    long environment = NativeText.strings(arena, request.environment());
    long attributes = (request.ownSession() ? IN_OWN_SESSION : IN_OWN_GROUP).address();
    Integer umask = request.umask();
    long error;
    if (umask == null) {
      error = Libc.SPAWN.raw(pid.address(), path, actions, attributes, argv, environment);
    } else {
      synchronized (UMASK) {
        int before = Libc.UMASK.call(umask);
        error = Libc.SPAWN.raw(pid.address(), path, actions, attributes, argv, environment);
        Libc.UMASK.call(before);
      }
    }
    if ((int) error != 0) {
      throw failure((int) error);
    }
    return pid.get(JAVA_INT, 0);
  }

  /** The path as seen from the daemon's directory: exec looks it up in the child's. */
  private String absolutePath() {
    if (request.path().startsWith("/") || request.directory() == null) {
      return request.path();
    }
    MemorySegment directory = arena.allocate(PATH_MAX);
    if (Libc.GETCWD.raw(directory.address(), PATH_MAX, 0, 0, 0, 0) == 0) {
      throw new PosixException("getcwd", Errno.ENOENT);
    }
    return NativeText.decode(directory) + "/" + request.path();
  }

  /** The child reports one number for whatever failed in it; a bad directory is looked up after. */
  private PosixException failure(int error) {
    String directory = request.directory();
    int unusable = directory == null ? 0 : whyUnusable(directory);
    if (unusable == error) {
      return new PosixException("chdir", error);
    }
    return switch (error) {
      case Errno.EAGAIN, Errno.ENOMEM -> new PosixException("fork", error);
      case Errno.EBADF, Errno.EMFILE -> new PosixException("dup2", error);
      default -> new PosixException("exec", error);
    };
  }

  /** The errno of changing to the directory, 0 where that works. */
  private int whyUnusable(String directory) {
    long name = NativeText.string(arena, directory);
    int flags = O_PATH | Platform.abi().directory() | Libc.CLOEXEC;
    int fd = Libc.OPEN.call(name, flags, 0);
    if (fd < 0) {
      return -fd;
    }
    Libc.CLOSE.call(fd);
    return -Libc.FACCESSAT.call(AT_FDCWD, name, X_OK, AT_EACCESS);
  }

  private static MemorySegment attributes(int kind) {
    MemorySegment attributes = Arena.global().allocate(ATTRIBUTES_SIZE, 8);
    MemorySegment signals = Arena.global().allocate(SIGNAL_SET_SIZE, 8);
    long address = attributes.address();
    require("spawn", Libc.SPAWNATTR_INIT.raw(address, 0, 0, 0, 0, 0));
    int flags = kind | SETSIGDEF;
    require("spawn", Libc.SPAWNATTR_SETFLAGS.raw(address, flags, 0, 0, 0, 0));
    require("spawn", Libc.SPAWNATTR_SETPGROUP.raw(address, 0, 0, 0, 0, 0));
    // Java threads block some signals. None may be blocked in a child, where the flag asks for it.
    require("spawn", Libc.SPAWNATTR_SETSIGMASK.raw(address, signals.address(), 0, 0, 0, 0));
    // All ones: of a set without the C library's own two it would leave those ignored.
    signals.fill((byte) -1);
    require("spawn", Libc.SPAWNATTR_SETSIGDEFAULT.raw(address, signals.address(), 0, 0, 0, 0));
    return attributes;
  }

  /** These functions return the error number. */
  private static void require(String call, long error) {
    if ((int) error != 0) {
      throw new PosixException(call, (int) error);
    }
  }
}
