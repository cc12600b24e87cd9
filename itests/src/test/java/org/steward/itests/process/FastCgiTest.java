package org.steward.itests.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.LogLine;
import org.steward.itests.harness.NeedsRoot;
import org.steward.itests.harness.Pair;
import org.steward.itests.harness.Ports;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Resources;
import org.steward.itests.harness.Sandbox;

/** FastCGI programs behind a web server: the workers of a program share one listening socket. */
@NeedsRoot // by which /usr/sbin is on the PATH, and the socket can get an owner
class FastCgiTest {

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  @Test
  void workersOnAUnixSocketAnswerThroughAWebServerThoughOneIsKilled() throws Exception {
    Daemon daemon = sandbox.steward(program("unix://%(here)s/app.sock")).start();
    assertStaysAnswering(daemon, "\"socket\" => \"" + daemon.file("app.sock") + "\"");
  }

  @Test
  void workersOnATcpSocketAnswerThroughAWebServerThoughOneIsKilled() throws Exception {
    int port = Ports.free();
    Daemon daemon = sandbox.steward(program("tcp://127.0.0.1:" + port)).start();
    assertStaysAnswering(daemon, "\"host\" => \"127.0.0.1\", \"port\" => " + port);
  }

  private static String program(String socket) {
    return """
    [fcgi-program:app]
    command=fcgiwrap
    process_name=%%(program_name)s%%(process_num)d
    numprocs=2
    socket=%s
    """
        .formatted(socket);
  }

  private void assertStaysAnswering(Daemon daemon, String address) throws Exception {
    daemon.awaitLog("entered RUNNING state", 2);
    URI page = startWebServer(address);
    Set<Long> workers = new HashSet<>();
    Await.until("both workers have answered", () -> workers.add(ask(page)) && workers.size() == 2);
    Proc victim = daemon.child("app0");
    assertThat(workers).contains(victim.pid(), daemon.child("app1").pid());

    victim.kill();
    daemon.awaitLog("exited: app0 (terminated by SIGKILL; not expected)");
    assertThat(ask(page)).isNotEqualTo(victim.pid());
    daemon.awaitLog("spawned: 'app0'", 2);
    assertThat(ask(page)).isNotEqualTo(victim.pid());
  }

  private long ask(URI page) throws Exception {
    String answer =
        client
            .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    assertThat(answer).startsWith("worker ");
    return Long.parseLong(answer.substring(7).strip());
  }

  private URI startWebServer(String address) throws Exception {
    Path script =
        Files.copy(
            Resources.directory("web").resolve("worker.cgi"),
            sandbox.directory().resolve("worker.cgi"));
    script.toFile().setExecutable(true, false);
    int port = Ports.free();
    Path settings =
        sandbox.write(
            "lighttpd.conf",
            """
            server.document-root = "%s"
            server.bind = "127.0.0.1"
            server.port = %d
            server.modules = ("mod_fastcgi")
            fastcgi.server = (".cgi" => ((%s)))
            """
                .formatted(sandbox.directory(), port, address));
    Path console = sandbox.directory().resolve("lighttpd.console");
    sandbox.command("lighttpd", "-D", "-f", settings.toString()).start(console);
    URI page = URI.create("http://127.0.0.1:" + port + "/worker.cgi");
    Await.until("the web server answers", () -> answers(page), () -> text(console));
    return page;
  }

  private boolean answers(URI page) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(page).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // not yet
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  void theSocketIsMadeForTheFirstAndRemovedWithTheLast() {
    Pair pair =
        sandbox.pair(
            """
            [fcgi-program:app]
            command=sleep 1000
            process_name=%(program_name)s%(process_num)d
            numprocs=2
            socket=unix://%(here)s/app.sock
            socket_owner=nobody:nogroup
            socket_mode=0640
            socket_backlog=7
            """);
    pair.start().awaitLog("entered RUNNING state", 2);
    assertThat(socketAsSeen(pair.steward())).isEqualTo(socketAsSeen(pair.debian()));
    assertThat(socketAsSeen(pair.steward())).contains("nobody:nogroup 640");

    pair.stop();
    assertThat(pair.steward().file("app.sock")).doesNotExist();
    assertThat(socketLines(pair.steward())).isNotEmpty().isEqualTo(socketLines(pair.debian()));
  }

  private List<String> socketAsSeen(Daemon daemon) {
    String path = daemon.file("app.sock").toString();
    Proc one = daemon.child("app0");
    assertThat(one.link("fd/0")).startsWith("socket:").isEqualTo(daemon.child("app1").link("fd/0"));
    assertThat(one.descriptors()).containsExactly(0, 1, 2);
    String listening =
        sandbox
            .command("ss", "-lxH")
            .run()
            .out()
            .lines()
            .filter(line -> line.contains(path)) // a name it had before it was moved in place
            .findFirst()
            .orElseThrow();
    return Stream.of(
            sandbox.command("stat", "-c", "%U:%G %a", path).run().out().strip(),
            "backlog " + listening.split(" +")[3])
        .toList();
  }

  /** Each once: Debian's also makes and closes the socket when it reads the configuration. */
  private static List<String> socketLines(Daemon daemon) {
    return daemon.log().stream()
        .filter(line -> line.message().contains("socket"))
        .map(LogLine::toString)
        .map(line -> line.replace(daemon.folder().toString(), "DIR"))
        .distinct()
        .toList();
  }
}
