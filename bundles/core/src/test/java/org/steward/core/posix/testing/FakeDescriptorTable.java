package org.steward.core.posix.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.steward.core.posix.Errno;
import org.steward.core.posix.PosixException;

/** The daemon's descriptors. As in a kernel a new one gets the lowest free number. */
final class FakeDescriptorTable {
  private final Map<Integer, OpenFile> files = new TreeMap<>();
  private final List<String> misuses = new ArrayList<>();
  private int limit = 1024;

  FakeDescriptorTable() {
    for (String name : List.of("stdin", "stdout", "stderr")) {
      install("table", new InertFile(name));
    }
  }

  void setLimit(int limit) {
    this.limit = limit;
  }

  int install(String call, OpenFile file) {
    int fd = 0;
    while (files.containsKey(fd)) {
      fd++;
    }
    if (fd >= limit) {
      throw new PosixException(call, Errno.EMFILE);
    }
    file.retain();
    files.put(fd, file);
    return fd;
  }

  /** Whether {@code count} more descriptors fit. */
  boolean roomFor(int count) {
    return files.size() + count <= limit;
  }

  @Nullable OpenFile find(int fd) {
    return files.get(fd);
  }

  OpenFile get(String call, int fd) {
    OpenFile file = files.get(fd);
    if (file == null) {
      misuses.add(call + " of descriptor " + fd + ", which is not open");
      throw new PosixException(call, Errno.EBADF);
    }
    return file;
  }

  <T extends OpenFile> T get(String call, int fd, Class<T> type) {
    OpenFile file = get(call, fd);
    if (!type.isInstance(file)) {
      misuses.add(call + " of descriptor " + fd + ", which is " + file);
      throw new PosixException(call, Errno.EINVAL);
    }
    return type.cast(file);
  }

  void close(int fd) {
    OpenFile file = files.remove(fd);
    if (file == null) {
      misuses.add("close of descriptor " + fd + ", which is not open");
    } else {
      file.release();
    }
  }

  /** Closes all but the standard descriptors and the given ones, as an end or an exec does. */
  void closeAllBut(Set<Integer> kept) {
    for (int fd : List.copyOf(files.keySet())) {
      if (fd > 2 && !kept.contains(fd)) {
        close(fd);
      }
    }
  }

  void duplicate(int from, int to) {
    OpenFile file = get("dup2", from);
    if (from == to) {
      return;
    }
    file.retain();
    OpenFile old = files.put(to, file);
    if (old != null) {
      old.release();
    }
  }

  Map<Integer, String> open() {
    return files.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, e -> e.getValue().toString(), (a, b) -> a, TreeMap::new));
  }

  List<String> misuses() {
    return List.copyOf(misuses);
  }
}
