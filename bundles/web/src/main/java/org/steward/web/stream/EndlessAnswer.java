package org.steward.web.stream;

import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.IO;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;
import org.steward.web.http.Exchange;

/**
 * One client that follows one source, until it goes away.
 *
 * <p>No thread belongs to it. A notice that there is more has the source read and written on until
 * there is nothing new, one piece at a time: the next is read when the client's socket took the
 * last one, so a slow client costs one buffer and holds nobody else up. The thread that brings the
 * notice does none of this.
 */
public final class EndlessAnswer extends IteratingCallback {
  private final Exchange exchange;
  private final Source source;
  private final Executor executor;
  private final AtomicBoolean woken = new AtomicBoolean();
  private boolean opened;
  private Source.@Nullable Subscription subscription;

  private EndlessAnswer(Exchange exchange, Source source) {
    this.exchange = exchange;
    this.source = source;
    this.executor = exchange.request().getComponents().getExecutor();
  }

  /**
   * Answers with what the source has, and then with all that is added to it. The headers are set
   * already.
   *
   * @param source closed with the answer
   */
  public static void start(Exchange exchange, Source source) {
    EndlessAnswer answer = new EndlessAnswer(exchange, source);
    Request.addCompletionListener(exchange.request(), failure -> answer.release());
    answer.subscription = source.onMore(answer::wake);
    ClientWatch.start(exchange.request(), answer::abort);
    answer.iterate();
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
    ByteBuffer bytes = source.read();
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
    Source.Subscription held = subscription;
    if (held != null) {
      held.close();
    }
    IO.close(source);
  }
}
