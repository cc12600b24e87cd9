package org.steward.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A client that sends and sees bytes as they are. Every read is bounded in time. */
final class RawClient implements Closeable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final SocketChannel channel;
  private final StringBuilder pending = new StringBuilder();

  private RawClient(SocketChannel channel) {
    this.channel = channel;
  }

  static RawClient tcp(int port) throws IOException {
    return to(new InetSocketAddress("127.0.0.1", port));
  }

  static RawClient unix(Path path) throws IOException {
    return to(UnixDomainSocketAddress.of(path));
  }

  static RawClient to(SocketAddress address) throws IOException {
    return new RawClient(
        address instanceof UnixDomainSocketAddress
            ? SocketChannel.open(address)
            : connected(SocketChannel.open(StandardProtocolFamily.INET), address));
  }

  private static SocketChannel connected(SocketChannel channel, SocketAddress address)
      throws IOException {
    channel.connect(address);
    return channel;
  }

  /** Sends text as it is. */
  RawClient send(String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(ISO_8859_1));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    return this;
  }

  /** Sends a request without a body. */
  RawClient get(String target) throws IOException {
    return send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }

  /** Reads one response with a Content-Length, without the Date header, which never is the same. */
  String response() throws IOException {
    String head = until("\r\n\r\n");
    int length = 0;
    for (String line : head.split("\r\n")) {
      if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    return head.replaceFirst("Date: [^\r]*\r\n", "") + exactly(length);
  }

  /** Reads up to and with a piece of text. */
  String until(String end) throws IOException {
    int found;
    while ((found = pending.indexOf(end)) < 0) {
      if (!fill()) {
        throw new IOException("closed before <" + end + ">, after <" + pending + ">");
      }
    }
    return take(found + end.length());
  }

  /** Reads so many bytes. */
  String exactly(int length) throws IOException {
    while (pending.length() < length) {
      if (!fill()) {
        throw new IOException("closed before " + length + " bytes, after <" + pending + ">");
      }
    }
    return take(length);
  }

  /** Reads one chunk of a chunked body. Its last line end may come with the next chunk only. */
  String chunk() throws IOException {
    String size = until("\r\n").strip();
    return size.isEmpty() ? chunk() : exactly(Integer.parseInt(size, 16));
  }

  /** Reads until the server closes the connection. */
  String rest() throws IOException {
    while (fill()) {
      // Read on.
    }
    return take(pending.length());
  }

  /** Whether the server closed the connection, with nothing left to read. */
  boolean isClosed() throws IOException {
    try {
      return rest().isEmpty();
    } catch (IOException reset) {
      return true;
    }
  }

  private String take(int length) {
    String taken = pending.substring(0, length);
    pending.delete(0, length);
    return taken;
  }

  private boolean fill() throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    CompletableFuture<Integer> read = new CompletableFuture<>();
    Thread reader =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    read.complete(channel.read(buffer));
                  } catch (IOException e) {
                    read.completeExceptionally(e);
                  }
                });
    try {
      if (read.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) < 0) {
        return false;
      }
    } catch (TimeoutException e) {
      reader.interrupt();
      throw new IOException("nothing came in time, after <" + pending + ">", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    pending.append(ISO_8859_1.decode(buffer.flip()));
    return true;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
