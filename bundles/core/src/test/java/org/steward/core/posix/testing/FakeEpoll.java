package org.steward.core.posix.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.steward.core.posix.Errno;
import org.steward.core.posix.Polling;
import org.steward.core.posix.PosixException;

/** An epoll instance: level-triggered, with one-shot watches. */
final class FakeEpoll extends OpenFile {
  private static final int ALWAYS = Polling.EPOLLERR | Polling.EPOLLHUP;

  private final Map<Integer, Watch> watches = new LinkedHashMap<>();

  FakeEpoll() {
    super("epoll");
  }

  @Override
  int ready() {
    return watches.values().stream().anyMatch(watch -> watch.bits() != 0) ? Polling.EPOLLIN : 0;
  }

  void add(int fd, OpenFile file, int events, long token) {
    Watch old = watches.get(fd);
    if (old != null && old.file == file) {
      throw new PosixException("epollAdd", Errno.EEXIST);
    }
    if (file instanceof FakeFile) {
      throw new PosixException("epollAdd", Errno.EPERM);
    }
    watches.put(fd, new Watch(file, events, token));
  }

  void modify(int fd, OpenFile file, int events, long token) {
    existing("epollModify", fd, file);
    watches.put(fd, new Watch(file, events, token));
  }

  void delete(int fd, OpenFile file) {
    existing("epollDelete", fd, file);
    watches.remove(fd);
  }

  /** Fills in what is ready now, in the order of adding, or shuffled. */
  int collect(FakeEvents out, @Nullable Random order) {
    watches.values().removeIf(watch -> !watch.file.open());
    List<Watch> ready = new ArrayList<>();
    for (Watch watch : watches.values()) {
      if (watch.bits() != 0) {
        ready.add(watch);
      }
    }
    if (order != null) {
      Collections.shuffle(ready, order);
    }
    out.clear();
    for (Watch watch : ready.subList(0, Math.min(ready.size(), out.capacity()))) {
      out.add(watch.token, watch.bits());
      watch.delivered();
    }
    return out.size();
  }

  private void existing(String call, int fd, OpenFile file) {
    Watch watch = watches.get(fd);
    if (watch == null || watch.file != file) {
      throw new PosixException(call, Errno.ENOENT);
    }
  }

  private static final class Watch {
    private final OpenFile file;
    private final long token;
    private int events;

    Watch(OpenFile file, int events, long token) {
      this.file = file;
      this.events = events;
      this.token = token;
    }

    int bits() {
      boolean disarmed = (events & ~Polling.EPOLLONESHOT) == 0 && events != 0;
      return !file.open() || disarmed ? 0 : file.ready() & (events | ALWAYS);
    }

    void delivered() {
      if ((events & Polling.EPOLLONESHOT) != 0) {
        events = Polling.EPOLLONESHOT;
      }
    }
  }
}
