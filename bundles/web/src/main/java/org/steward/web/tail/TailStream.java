package org.steward.web.tail;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.IO;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.LogAccess;
import org.steward.web.http.Exchange;

/**
 * One client that follows one log, until it goes away.
 *
 * <p>No thread belongs to it. A notice of growth has the file read and written on until there is
 * nothing new, one piece at a time: the next is read when the client's socket took the last one, so
 * a slow client costs one buffer and holds nobody else up. The thread that brings the notice, the
 * output loop, does none of this.
 */
final class TailStream extends IteratingCallback {
  private final Exchange exchange;
  private final TailFile file;
  private final Executor executor;
  private final AtomicBoolean woken = new AtomicBoolean();
  private boolean opened;
  private LogAccess.@Nullable Follow follow;

  private TailStream(Exchange exchange, TailFile file) {
    this.exchange = exchange;
    this.file = file;
    this.executor = exchange.request().getComponents().getExecutor();
  }

  /**
   * Answers with the end of the log and then with all that is added to it. The headers are set
   * already.
   *
   * @param file the log, opened; closed with the stream
   */
  static void start(Exchange exchange, TailFile file, Path log, LogAccess logs) {
    TailStream stream = new TailStream(exchange, file);
    Request.addCompletionListener(exchange.request(), failure -> stream.release());
    stream.follow = logs.follow(log, stream::wake);
    ClientWatch.start(exchange.request(), stream::abort);
    stream.iterate();
  }

  /** There may be something new. Any thread; cheap. */
  private void wake() {
    if (woken.compareAndSet(false, true)) {
      executor.execute(this::goOn);
    }
  }

  private void goOn() {
    woken.set(false);
    iterate();
  }

  @Override
  protected Action process() throws Exception {
    ByteBuffer bytes = file.read();
    if (bytes == null && opened) {
      return Action.IDLE;
    }
    // The first write sends the headers, if need be alone.
    opened = true;
    exchange.response().write(false, bytes == null ? BufferUtil.EMPTY_BUFFER : bytes, this);
    return Action.SCHEDULED;
  }

  @Override
  protected void onCompleteFailure(Throwable cause) {
    exchange.callback().failed(cause);
  }

  private void release() {
    LogAccess.Follow following = follow;
    if (following != null) {
      following.close();
    }
    IO.close(file);
  }
}
