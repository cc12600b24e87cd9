package org.steward.core.posix.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Polling;

/** A connected datagram socket whose messages are kept. */
final class FakeDatagrams extends OpenFile {
  private final List<String> sent;

  FakeDatagrams(String path, List<String> sent) {
    super("datagrams to " + path);
    this.sent = sent;
  }

  @Override
  int ready() {
    return Polling.EPOLLOUT;
  }

  @Override
  int write(NativeBuffer from, int offset, int length) {
    sent.add(new String(from.copy(offset, length), StandardCharsets.UTF_8));
    return length;
  }
}
