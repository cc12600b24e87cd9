package org.steward.web.server;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.steward.core.spi.http.HttpServerSettings;
import org.steward.core.spi.http.TlsException;

/** Jetty as a supervisor needs it: few threads, little memory, and limits on everything. */
final class JettyParts {
  /** The longest request line and header together, in bytes. */
  static final int LONGEST_HEADER = 16 * 1024;

  /** Size of the buffer a connection reads into, in bytes. */
  static final int BUFFER = 8 * 1024;

  private static final int LARGEST_POOLED_BUFFER = 64 * 1024;
  private static final long POOLED_MEMORY = 1024 * 1024;
  private static final int MOST_THREADS = 32;
  private static final int IDLE_THREAD_MILLIS = 30_000;

  private JettyParts() {}

  /** A server without connectors, not started. */
  static Server server() {
    // Jetty's own kind of queue asks JMX for the size of a cache line, which loads all of JMX.
    QueuedThreadPool threads =
        new QueuedThreadPool(MOST_THREADS, 1, IDLE_THREAD_MILLIS, new LinkedBlockingQueue<>());
    threads.setName("web");
    threads.setDaemon(true);
    // Whatever may block runs on virtual threads, so that plugins that do cost nobody else.
    ThreadFactory virtual = Thread.ofVirtual().name("web-", 0).factory();
    threads.setVirtualThreadsExecutor(task -> virtual.newThread(task).start());
    ArrayByteBufferPool buffers =
        new ArrayByteBufferPool(
            0, BUFFER, LARGEST_POOLED_BUFFER, Integer.MAX_VALUE, POOLED_MEMORY, POOLED_MEMORY);
    Server server = new Server(threads, new ScheduledExecutorScheduler("web-timer", true), buffers);
    server.setStopTimeout(0);
    return server;
  }

  /**
   * What is spoken on a socket, in order.
   *
   * @throws TlsException if it is to be TLS, and that cannot be
   */
  static List<ConnectionFactory> protocols(HttpServerSettings settings, Report report)
      throws TlsException {
    HttpConnectionFactory http = http();
    FirstRequest.Factory first = new FirstRequest.Factory(http);
    return settings instanceof HttpServerSettings.Inet inet && inet.tls() != null
        ? List.of(new TlsProtocol(inet.tls(), first.getProtocol(), report), first, http)
        : List.of(first, http);
  }

  /** HTTP/1.1 and 1.0 as Supervisor's clients speak it. */
  private static HttpConnectionFactory http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(LONGEST_HEADER);
    http.setOutputBufferSize(BUFFER);
    // Names of containers may have underscores.
    http.setHttpCompliance(
        HttpCompliance.RFC9110.with("STEWARD", HttpCompliance.Violation.UNSAFE_HOST_HEADER));
    // Scripts that join "http://host:9001/" and "/index.html" have always worked.
    http.setUriCompliance(
        UriCompliance.DEFAULT.with("STEWARD", UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT));
    HttpConnectionFactory factory = new HttpConnectionFactory(http);
    factory.setInputBufferSize(BUFFER);
    return factory;
  }
}
