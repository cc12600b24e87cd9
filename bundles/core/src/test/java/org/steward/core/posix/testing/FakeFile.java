package org.steward.core.posix.testing;

import org.steward.core.posix.Errno;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Polling;

/** An open plain file with its position. */
final class FakeFile extends OpenFile {
  private final FakeFiles disk;
  private final FakeFiles.Content content;
  private final boolean append;
  private int position;

  FakeFile(FakeFiles disk, String path, FakeFiles.Content content, boolean append) {
    super(path);
    this.disk = disk;
    this.content = content;
    this.append = append;
  }

  FakeFiles.Content content() {
    return content;
  }

  @Override
  int ready() {
    return Polling.EPOLLIN | Polling.EPOLLOUT;
  }

  @Override
  int read(NativeBuffer into, int offset, int length) {
    int count = Math.max(0, Math.min(length, content.bytes.length - position));
    into.put(offset, content.bytes, position, count);
    position += count;
    return count;
  }

  @Override
  int write(NativeBuffer from, int offset, int length) {
    if (append) {
      position = content.bytes.length;
    }
    int count = disk.allocate(length);
    if (count == 0 && length > 0) {
      return -Errno.ENOSPC;
    }
    content.write(position, from.copy(offset, count));
    position += count;
    return count;
  }
}
