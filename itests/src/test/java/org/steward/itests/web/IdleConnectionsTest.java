package org.steward.itests.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Figures;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Resources;
import org.steward.itests.harness.Rpc;
import org.steward.itests.harness.Sandbox;
import org.steward.itests.page.Site;

/** As many connections as the reference lets a socket hold, none of which does anything. */
class IdleConnectionsTest {
  private static final int MOST_OF_A_SOCKET = 10_000;
  private static final int BYTES_EACH = 6 * 1024;

  /** What one socket needs to hold as many as it may, and the crowd to be as many. */
  private static final int DESCRIPTORS_FOR_ALL = 2 * MOST_OF_A_SOCKET;

  private static final int CALLS = 20;

  /** Files that are opened when the first call comes, and then stay open. */
  private static final int SPARE = 10;

  /** Also on a machine that has other things to do. */
  private static final long MOST_MILLISECONDS = 5000;

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  private Site site;

  /** How many descriptors the daemon has before anybody connects: a call's is closed after it. */
  private int before;

  /** Starts it with so many descriptors, or as many as the system gives. */
  private void start(int descriptors, String sections) {
    String[] prefix = {"prlimit", "--nofile=" + descriptors + ":" + descriptors};
    boolean given = sandbox.command("true").under(prefix).run().status() == 0;
    String program = "[program:sleeper]\ncommand=sleep 1000\nstartsecs=0\n";
    site = Site.of(sandbox, "", sections + program);
    site.daemon()
        .startedBy(
            command ->
                (given ? command.under(prefix) : command).with("STEWARD_JAVA_OPTS", "-Xmx192m"))
        .start()
        .awaitRunning("sleeper");
    before = site.daemon().proc().descriptors().size();
  }

  private String get(String path) {
    try {
      URLConnection connection = URI.create(site.address(path)).toURL().openConnection();
      connection.setRequestProperty("Connection", "close");
      try (InputStream in = connection.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What each of so many sockets holds, as docs/reference/http.md says. */
  private int bound(int sockets) {
    Matcher limit =
        Pattern.compile("Max open files +(\\d+)").matcher(site.daemon().proc().limits());
    assertThat(limit.find()).isTrue();
    Matcher heap = Pattern.compile("(?m)^jvm_heap_max_bytes (\\S+)").matcher(get("/metrics"));
    assertThat(heap.find()).isTrue();
    long byHeap = (long) (Double.parseDouble(heap.group(1)) / BYTES_EACH);
    long together = Math.min(Long.parseLong(limit.group(1)) / 2, byHeap);
    return (int) Math.min(together / sockets, MOST_OF_A_SOCKET);
  }

  @Test
  void asManyAsASocketMayHoldDisturbNobodyAndLeaveNothingBehind() throws Exception {
    start(DESCRIPTORS_FOR_ALL, "");
    Figures.write("IdleConnectionsTest", hold(bound(1), 0));
  }

  @Test
  void oneSocketThatIsFullDisturbsNotTheOther() throws Exception {
    start(2000, Rpc.SECTIONS);
    int bound = bound(2);
    hold(bound, bound - CALLS);
    assertThat(bound).isGreaterThanOrEqualTo(500);
  }

  private Map<String, Object> hold(int tcp, int unix) throws IOException {
    Daemon daemon = site.daemon();
    Proc sleeper = daemon.awaitRunning("sleeper");
    Process crowd =
        sandbox
            .command(
                "python3",
                Resources.directory("web").resolve("idle.py").toString(),
                "" + site.port(),
                "" + tcp,
                daemon.file("s.sock").toString(),
                "" + unix)
            .start(daemon.file("crowd"));
    Map<String, Object> figures;
    try {
      for (int i = 1000; i < tcp; i += 1000) {
        daemon.awaitFile("crowd", "so far " + i + "\n");
      }
      daemon.awaitFile("crowd", "held " + (tcp - 1) + " " + unix + "\n");
      int held = daemon.proc().descriptors().size() - before;
      assertThat(held).isGreaterThanOrEqualTo(tcp + unix - 1);
      long slowest = slowestCall();
      assertThat(slowest).isLessThan(MOST_MILLISECONDS);
      figures = Map.of("held", held + 1, "slowest_call_ms", slowest);
      crowd.getOutputStream().write('\n');
      crowd.getOutputStream().flush();
      daemon.awaitFile("crowd", "waits\n").awaitFile("crowd", "then answered\n");
      if (unix > 0) {
        assertThat(Rpc.to(daemon).call("supervisor.getState")).contains("RUNNING");
      }
      crowd.getOutputStream().close();
      daemon.awaitFile("crowd", "disturbed 0\n");
    } finally {
      crowd.destroy();
    }
    Await.until(
        "the descriptors are free again",
        () -> daemon.proc().descriptors().size() <= before + SPARE,
        () -> before + " before, now " + daemon.proc().descriptors().size());
    assertThat(daemon.child("sleeper")).isEqualTo(sleeper);
    assertThat(sleeper.isAlive()).isTrue();
    assertThat(daemon.stop()).isZero();
    return figures;
  }

  /** In milliseconds, each on a connection of its own beside the others. */
  private long slowestCall() {
    long slowest = 0;
    for (int i = 0; i < CALLS; i++) {
      long start = System.nanoTime();
      assertThat(get("/api/v1/daemon")).contains("RUNNING");
      slowest = Math.max(slowest, System.nanoTime() - start);
    }
    return TimeUnit.NANOSECONDS.toMillis(slowest);
  }
}
