package org.steward.core.posix.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.steward.core.posix.Descriptors;
import org.steward.core.posix.Errno;
import org.steward.core.posix.PosixException;

/** A file system of plain files in one flat name space; directories are not modelled. */
final class FakeFiles {
  private final Map<String, Content> files = new TreeMap<>();
  private final Map<String, FakeFifo> fifos = new TreeMap<>();
  private long inodes = 100;
  private long space = Long.MAX_VALUE;

  OpenFile open(String path, int flags) {
    if (path.equals("/dev/null")) {
      return new InertFile(path);
    }
    if (fifos.containsKey(path)) {
      return openFifo(path, flags);
    }
    Content content = files.get(path);
    if (content == null && (flags & Descriptors.O_CREAT) == 0) {
      throw new PosixException("open", Errno.ENOENT);
    }
    if (content != null && (flags & Descriptors.O_EXCL) != 0) {
      throw new PosixException("open", Errno.EEXIST);
    }
    if (content == null) {
      content = new Content(inodes++);
      files.put(path, content);
    }
    if ((flags & Descriptors.O_TRUNC) != 0) {
      content.bytes = new byte[0];
    }
    return new FakeFile(this, path, content, (flags & Descriptors.O_APPEND) != 0);
  }

  private OpenFile openFifo(String path, int flags) {
    if ((flags & Descriptors.O_RDWR) == 0) {
      throw new PosixException("open", Errno.ENXIO);
    }
    return fifo(path);
  }

  void putFifo(String path) {
    fifos.put(path, new FakeFifo(path));
  }

  FakeFifo fifo(String path) {
    FakeFifo fifo = fifos.get(path);
    if (fifo == null) {
      throw new AssertionError("there is no FIFO " + path);
    }
    return fifo;
  }

  int rename(String from, String to) {
    Content content = files.remove(from);
    if (content == null) {
      return -Errno.ENOENT;
    }
    files.put(to, content);
    return 0;
  }

  int unlink(String path) {
    return files.remove(path) == null ? -Errno.ENOENT : 0;
  }

  void setSpace(long bytes) {
    space = bytes;
  }

  /** Takes room for a write of that many bytes; how many there is room for. */
  int allocate(int bytes) {
    int count = (int) Math.min(bytes, space);
    space -= count;
    return count;
  }

  OpenFile unnamed(String name) {
    return new FakeFile(this, "memory file " + name, new Content(inodes++), false);
  }

  void put(String path, String text) {
    files.computeIfAbsent(path, key -> new Content(inodes++)).bytes =
        text.getBytes(StandardCharsets.UTF_8);
  }

  @Nullable String text(String path) {
    Content content = files.get(path);
    return content == null ? null : new String(content.bytes, StandardCharsets.UTF_8);
  }

  /** A file, whatever its name. */
  static final class Content {
    final long inode;
    byte[] bytes = new byte[0];

    Content(long inode) {
      this.inode = inode;
    }

    void write(int position, byte[] data) {
      int end = position + data.length;
      if (end > bytes.length) {
        bytes = Arrays.copyOf(bytes, end);
      }
      System.arraycopy(data, 0, bytes, position, data.length);
    }
  }
}
