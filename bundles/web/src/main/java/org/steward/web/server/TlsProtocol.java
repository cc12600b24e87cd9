package org.steward.web.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.steward.core.spi.http.TlsException;
import org.steward.core.spi.http.TlsFiles;

/**
 * Speaks TLS 1.2 or 1.3 with each client before the protocol that follows. Files that are replaced
 * count from the next connections on: each connection has them looked at, unless that was done a
 * moment ago. Files that cannot be used change nothing.
 */
final class TlsProtocol extends SslConnectionFactory {
  static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

  private final TlsFiles files;
  private final Report report;
  private final AtomicLong looked = new AtomicLong(System.nanoTime());
  private volatile List<Object> state;

  /**
   * @param next the protocol that follows
   * @throws TlsException if the files cannot be used
   */
  TlsProtocol(TlsFiles files, String next, Report report) throws TlsException {
    super(new SslContextFactory.Server(), next);
    this.files = files;
    this.report = report;
    this.state = state();
    SslContextFactory.Server context = getSslContextFactory();
    context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    context.setKeyStorePassword(TlsFiles.STORE_PASSWORD);
    context.setKeyStore(files.identity());
    KeyStore authorities = files.authorities();
    if (authorities != null) {
      context.setTrustStore(authorities);
      context.setNeedClientAuth(true);
    }
    // Clients compare names by themselves, and may know the server by several.
    setEnsureSecureRequestCustomizer(false);
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint endPoint) {
    long now = System.nanoTime();
    long before = looked.get();
    if (now - before > LOOK_AGAIN.toNanos() && looked.compareAndSet(before, now)) {
      connector.getExecutor().execute(this::look);
    }
    return super.newConnection(connector, endPoint);
  }

  /** Takes the files anew if they changed. One thread at a time. */
  void look() {
    List<Object> present = state();
    if (present.equals(state)) {
      return;
    }
    state = present;
    try {
      KeyStore identity = files.identity();
      KeyStore authorities = files.authorities();
      getSslContextFactory()
          .reload(
              context -> {
                context.setKeyStore(identity);
                context.setTrustStore(authorities);
              });
      report.info("the certificate in " + files.certificates() + " counts from now on");
    } catch (Exception e) { // what Jetty declares
      report.error("cannot use the new certificate, and go on with the old one: " + e.getMessage());
    }
  }

  /** What tells whether a file is another one, or has other content. */
  private List<Object> state() {
    List<Path> watched = new ArrayList<>(List.of(files.certificates(), files.key()));
    if (files.clientAuthorities() != null) {
      watched.add(files.clientAuthorities());
    }
    List<Object> all = new ArrayList<>();
    for (Path file : watched) {
      try {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        all.add(attributes.lastModifiedTime());
        all.add(attributes.size());
        all.add(String.valueOf(attributes.fileKey()));
      } catch (IOException gone) {
        all.add("");
      }
    }
    return all;
  }
}
