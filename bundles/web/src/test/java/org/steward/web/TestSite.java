package org.steward.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.steward.api.http.HttpListeners.Listener;
import org.steward.api.metrics.MetricsSource;
import org.steward.core.spi.http.HttpServerSettings;
import org.steward.core.spi.http.HttpServerSettings.User;
import org.steward.core.spi.http.ListeningSocket;
import org.steward.core.spi.shell.ShellSessions;
import org.steward.web.live.RecentEvents;
import org.steward.web.server.Report;
import org.steward.web.server.WebServer;

/** The whole site on real sockets, with a scripted supervisor behind it. */
final class TestSite implements AutoCloseable, Report {
  final FakeSupervisor supervisor = new FakeSupervisor();
  static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_000_060));

  final ManualRpc rpc = new ManualRpc();
  final RecentEvents events = new RecentEvents(supervisor::snapshot, CLOCK);
  final List<MetricsSource> metrics = new CopyOnWriteArrayList<>();
  final ManualPages pages = new ManualPages();
  final List<String> reports = new CopyOnWriteArrayList<>();
  volatile @Nullable ShellSessions shell;
  final WebServer web;

  private TestSite(List<HttpServerSettings> sockets) {
    web =
        WebServer.open(
            sockets.stream().<ListeningSocket>map(PlainSocket::new).toList(),
            Site.handler(
                new Site.Parts(
                    supervisor,
                    events,
                    () -> rpc,
                    () -> shell,
                    () -> metrics,
                    pages,
                    (request, response, callback) -> false,
                    this::warnings,
                    this,
                    CLOCK)),
            this);
  }

  static TestSite on(HttpServerSettings... sockets) {
    return new TestSite(List.of(sockets));
  }

  /** On a TCP port of the system's choice, open to everybody. */
  static TestSite onTcp() {
    return on(tcp());
  }

  static HttpServerSettings.Inet tcp(User... users) {
    return new HttpServerSettings.Inet("127.0.0.1", 0, List.of(users));
  }

  static HttpServerSettings.Unix unix(Path path) {
    return new HttpServerSettings.Unix(path.toString(), 0700, -1, -1, List.of());
  }

  private List<String> warnings() {
    return web.warnings();
  }

  int port() {
    return port(0);
  }

  int port(int index) {
    Listener listener = web.listeners().get(index);
    return Integer.parseInt(listener.address().substring(listener.address().lastIndexOf(':') + 1));
  }

  RawClient client() {
    try {
      return RawClient.tcp(port());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void info(String message) {
    reports.add(message);
  }

  @Override
  public void warn(String message) {
    reports.add(message);
  }

  @Override
  public void error(String message) {
    reports.add(message);
  }

  /** Closes the sockets before the test is over. */
  void stop() {
    web.close();
  }

  @Override
  public void close() {
    web.close();
  }
}
