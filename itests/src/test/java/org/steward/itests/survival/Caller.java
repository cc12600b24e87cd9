package org.steward.itests.survival;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks a daemon for its state over and over, each time over a new connection. */
final class Caller implements AutoCloseable {
  private static final String BODY =
      "<?xml version='1.0'?><methodCall><methodName>supervisor.getState</methodName></methodCall>";
  private static final ByteBuffer REQUEST =
      StandardCharsets.US_ASCII.encode(
          "POST /RPC2 HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nConnection: close\r\n"
              + "Content-Length: "
              + BODY.length()
              + "\r\n\r\n"
              + BODY);

  private final Path socket;
  private final Thread thread = new Thread(this::call, "caller");
  private volatile boolean closed;
  private final AtomicInteger refused = new AtomicInteger();
  private volatile long longestSilence;

  Caller(Path socket) {
    this.socket = socket;
    thread.start();
  }

  /** How often nobody listened. */
  int refused() {
    return refused.get();
  }

  /** The longest time without an answer. */
  long longestSilenceMillis() {
    return TimeUnit.NANOSECONDS.toMillis(longestSilence);
  }

  private void call() {
    long lastAnswer = System.nanoTime();
    while (!closed) {
      try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
        if (!connected(channel)) {
          refused.incrementAndGet();
        } else if (answered(channel)) {
          long now = System.nanoTime();
          longestSilence = Math.max(longestSilence, now - lastAnswer);
          lastAnswer = now;
          TimeUnit.MILLISECONDS.sleep(5);
        }
      } catch (IOException closedInBetween) {
        continue;
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private boolean connected(SocketChannel channel) {
    try {
      return channel.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean answered(SocketChannel channel) throws IOException {
    channel.write(REQUEST.duplicate());
    ByteBuffer answer = ByteBuffer.allocate(4096);
    while (channel.read(answer) >= 0) {
      // to its end
    }
    return new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII)
        .contains("RUNNING");
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
