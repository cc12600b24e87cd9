package org.steward.web.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * Reads a request's body whole, without a thread waiting for it. Runs on Jetty's threads, one at a
 * time.
 */
public final class Body implements Runnable {
  private static final int FIRST_BUFFER = 64 * 1024;

  /** In bytes a second, once {@link Patience} has run out: nobody sends a call by the letter. */
  private static final int SLOWEST = 256;

  private final Exchange exchange;
  private final int limit;
  private final Consumer<byte[]> whole;
  private final ByteArrayOutputStream bytes;
  private final long began = System.nanoTime();
  private boolean waited;

  private Body(Exchange exchange, int limit, Consumer<byte[]> whole) {
    this.exchange = exchange;
    this.limit = limit;
    this.whole = whole;
    long announced = exchange.request().getLength();
    this.bytes = new ByteArrayOutputStream(Math.clamp(announced, 32, FIRST_BUFFER));
  }

  /**
   * Reads the body and hands it on, now or later on another thread. What cannot be read is answered
   * here: 413 where it is larger than allowed, 408 where the client does not go on.
   *
   * @param limit the largest body taken, in bytes
   * @param whole gets the body; may block
   */
  public static void read(Exchange exchange, int limit, Consumer<byte[]> whole) {
    if (exchange.request().getLength() > limit) {
      tooLarge(exchange);
    } else {
      new Body(exchange, limit, whole).run();
    }
  }

  /** Takes what has arrived; Jetty calls it again when there is more. */
  @Override
  public void run() {
    Request request = exchange.request();
    while (true) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        await(request);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        failed(chunk.getFailure());
        return;
      }
      boolean last = chunk.isLast();
      boolean fits = take(chunk);
      if (!fits) {
        tooLarge(exchange);
        return;
      }
      if (last) {
        complete(request);
        return;
      }
    }
  }

  private void await(Request request) {
    if (!waited) {
      waited = true;
      Patience.expectProgress(request);
    }
    if (isTooSlow()) {
      failed(new TimeoutException("the body arrives too slowly"));
    } else {
      request.demand(this);
    }
  }

  private boolean isTooSlow() {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
    return elapsed.compareTo(Patience.INSIDE_A_MESSAGE) > 0
        && bytes.size() < elapsed.toSeconds() * SLOWEST;
  }

  private boolean take(Content.Chunk chunk) {
    ByteBuffer buffer = chunk.getByteBuffer();
    try {
      int length = buffer.remaining();
      if (bytes.size() + length > limit) {
        return false;
      }
      byte[] copy = new byte[length];
      buffer.get(copy);
      bytes.writeBytes(copy);
      return true;
    } finally {
      chunk.release();
    }
  }

  private void complete(Request request) {
    if (waited) {
      Patience.expectNothing(request);
    }
    whole.accept(bytes.toByteArray());
  }

  private void failed(Throwable cause) {
    if (cause instanceof TimeoutException) {
      exchange.response().getHeaders().put(HttpHeader.CONNECTION, "close");
      exchange.refuse(HttpStatus.REQUEST_TIMEOUT_408);
    } else {
      exchange.callback().failed(cause);
    }
  }

  private static void tooLarge(Exchange exchange) {
    exchange.response().getHeaders().put(HttpHeader.CONNECTION, "close");
    exchange.refuse(HttpStatus.PAYLOAD_TOO_LARGE_413);
  }
}
