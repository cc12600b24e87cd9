package org.steward.core.posix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Other processes' descriptors, as {@code /proc/PID/fd} shows them. */
final class ProcDescriptors {
  private static final int STANDARD = 3;
  private static final String PIPE = "pipe:[";

  private ProcDescriptors() {}

  /** The inode of the pipe at a descriptor, 0 where there is none or it may not be seen. */
  static long pipeAt(int pid, int fd) {
    return inode(Path.of("/proc/" + pid + "/fd/" + fd));
  }

  /**
   * The first descriptor a process has of a pipe; -ENOENT for none, -EACCES where it is unknown.
   */
  static int find(int pid, long inode) {
    for (int fd = 0; fd < STANDARD; fd++) {
      if (pipeAt(pid, fd) == inode) {
        return fd;
      }
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
      for (Path fd : all) {
        if (inode(fd) == inode) {
          return Integer.parseInt(fd.getFileName().toString());
        }
      }
    } catch (AccessDeniedException e) {
      return -Errno.EACCES;
    } catch (IOException | DirectoryIteratorException gone) {
      return -Errno.ENOENT;
    }
    return -Errno.ENOENT;
  }

  /** This process's descriptors. */
  static List<Integer> own() {
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      return all.map(fd -> Integer.valueOf(fd.getFileName().toString())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the daemon has the rights of a debugger over a process. */
  static boolean mayLookInto(int pid) {
    try {
      Files.readSymbolicLink(Path.of("/proc/" + pid + "/exe"));
      return true;
    } catch (AccessDeniedException e) {
      return false;
    } catch (IOException ended) {
      return true;
    }
  }

  private static long inode(Path descriptor) {
    try {
      String target = Files.readSymbolicLink(descriptor).toString();
      return target.startsWith(PIPE)
          ? Long.parseLong(target.substring(PIPE.length(), target.length() - 1))
          : 0;
    } catch (IOException goneOrForbidden) {
      return 0;
    }
  }
}
