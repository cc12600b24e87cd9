package org.steward.web.stream;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What an endless answer is made of. Used by one thread at a time. */
public interface Source extends Closeable {
  /** The next bytes, null if there are none at the moment. */
  @Nullable ByteBuffer read() throws IOException;

  /**
   * Has a callback run whenever there may be more to read; on any thread, so it is cheap.
   *
   * @return ends that
   */
  Subscription onMore(Runnable wake);

  /** An interest that can be given up. */
  @FunctionalInterface
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
