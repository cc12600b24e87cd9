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
  private long inodes = 100;

  OpenFile open(String path, int flags) {
    if (path.equals("/dev/null")) {
      return new InertFile(path);
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
    return new FakeFile(path, content, (flags & Descriptors.O_APPEND) != 0);
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
