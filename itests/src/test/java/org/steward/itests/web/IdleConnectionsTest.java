package org.steward.itests.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Figures;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Resources;
import org.steward.itests.harness.Rpc;
import org.steward.itests.harness.Sandbox;
import org.steward.itests.page.Site;

/** As many connections as the reference lets a socket hold, none of which does anything. */
class IdleConnectionsTest {
  private static final int MOST_OF_A_SOCKET = 10_000;
  private static final int LOCAL = 1000;
  private static final int BYTES_EACH = 6 * 1024;
  private static final String[] DESCRIPTORS = {"prlimit", "--nofile=50000:50000"};

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  private Site site;

  /** The command with descriptors for all, where the system gives so many. */
  private Command generous(Command command) {
    boolean given = sandbox.command("true").under(DESCRIPTORS).run().status() == 0;
    return given ? command.under(DESCRIPTORS) : command;
  }

  /** What each of the two sockets holds, as docs/reference/http.md says. */
  private int bound() {
    Matcher limit =
        Pattern.compile("Max open files +(\\d+)").matcher(site.daemon().proc().limits());
    assertThat(limit.find()).isTrue();
    Matcher heap =
        Pattern.compile("(?m)^jvm_heap_max_bytes (\\S+)")
            .matcher(Rpc.to(site.daemon()).get("/metrics"));
    assertThat(heap.find()).isTrue();
    long byHeap = (long) (Double.parseDouble(heap.group(1)) / BYTES_EACH);
    long together = Math.min(Long.parseLong(limit.group(1)) / 2, byHeap);
    return (int) Math.min(together / 2, MOST_OF_A_SOCKET);
  }

  @Test
  void disturbNobodyAndLeaveNothingBehind() throws Exception {
    site =
        Site.of(sandbox, "", Rpc.SECTIONS + "[program:sleeper]\ncommand=sleep 1000\nstartsecs=0\n");
    site.daemon()
        .startedBy(command -> generous(command).with("STEWARD_JAVA_OPTS", "-Xmx192m"))
        .start();
    Proc sleeper = site.daemon().awaitRunning("sleeper");
    int bound = bound();
    int before = site.daemon().proc().descriptors().size();

    Process crowd =
        generous(
                sandbox.command(
                    "python3",
                    Resources.directory("web").resolve("idle.py").toString(),
                    "" + site.port(),
                    "" + bound,
                    site.daemon().file("s.sock").toString(),
                    "" + Math.min(LOCAL, bound - 10)))
            .start(site.daemon().file("crowd"));
    try {
      site.daemon().awaitFile("crowd", "held " + bound + " " + Math.min(LOCAL, bound - 10));
      int held = site.daemon().proc().descriptors().size() - before;
      assertThat(held).isGreaterThanOrEqualTo(bound);
      long slowest = 0;
      for (int i = 0; i < 20; i++) {
        long start = System.nanoTime();
        assertThat(Rpc.to(site.daemon()).call("supervisor.getState")).contains("RUNNING");
        slowest = Math.max(slowest, System.nanoTime() - start);
      }
      assertThat(slowest).isLessThan(TimeUnit.SECONDS.toNanos(1));
      site.daemon().awaitFile("crowd", "waits\n").awaitFile("crowd", "then answered\n");
      Figures.write(
          "IdleConnectionsTest",
          Map.of("held", held, "slowest_call_ms", TimeUnit.NANOSECONDS.toMillis(slowest)));
      crowd.getOutputStream().close();
      site.daemon().awaitFile("crowd", "disturbed 0\n");
    } finally {
      crowd.destroy();
    }
    Await.until(
        "the descriptors are free again",
        () -> site.daemon().proc().descriptors().size() <= before + 2,
        () -> before + " before, now " + site.daemon().proc().descriptors().size());
    assertThat(site.daemon().child("sleeper")).isEqualTo(sleeper);
    assertThat(sleeper.isAlive()).isTrue();
    assertThat(site.daemon().stop()).isZero();
  }
}
