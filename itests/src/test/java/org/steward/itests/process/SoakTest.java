package org.steward.itests.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Figures;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Sandbox;

/**
 * Hundreds of programs that come and go while clients ask and change things; at the end the books
 * balance. {@code -Dsteward.soak.seconds=300} makes it a long one.
 */
class SoakTest {
  private static final int SECONDS = Integer.getInteger("steward.soak.seconds", 45);
  private static final int PROGRAMS = Integer.getInteger("steward.soak.programs", 300);
  private static final String LINE = "x".repeat(99) + "\n";

  private static final String SERVER =
      """
      [supervisord]
      logfile_maxbytes=0
      minfds=4096
      [unix_http_server]
      file=%(here)s/s
      [rpcinterface:supervisor]
      supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface
      [supervisorctl]
      serverurl=unix://%(here)s/s
      [eventlistener:counter]
      command=python3 %(ENV_PROGRAMS)s/count_events.py %(here)s/counted
      events=PROCESS_STATE
      buffer_size=1000000
      """;

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  private Daemon daemon;

  @Test
  void theBooksBalance() {
    daemon = sandbox.steward(configuration(false)).start().awaitAnswer();
    daemon.awaitRunning("counter");
    Await.until("it has counted", () -> daemon.file("counted").toFile().exists());
    int descriptors = daemon.proc().descriptors().size();
    assertThat(daemon.ctl("start", "flap:*").out()).contains("flap:flap_0: started");
    churn();
    daemon.ctl("stop", "flap:*");
    long spawned = told("spawned: 'flap_");
    long ended = told("exited: flap_") + told("stopped: flap_");
    assertThat(ended).as("every child that was spawned ended").isEqualTo(spawned);
    assertThat(spawned).isGreaterThan(PROGRAMS);
    long bytes = logged();
    // One that is stopped at once may not have come to write its line.
    assertThat(bytes % LINE.length()).isZero();
    long lost = spawned - bytes / LINE.length();
    assertThat(lost).as("lines that are missing").isBetween(0L, told("stopped: flap_"));
    Await.until("all events are delivered", () -> counted("PROCESS_STATE_STARTING") >= spawned);
    assertThat(counted("PROCESS_STATE_STARTING")).isEqualTo(spawned);
    assertThat(told("discarding event")).isZero();
    assertThat(told("supervision loop:")).isZero();
    Await.until(
        "no descriptor is left over",
        () -> daemon.proc().descriptors().size() <= descriptors + 2,
        () -> descriptors + " before, now " + daemon.proc().descriptors());
    long threads = Long.parseLong(daemon.proc().status("Threads"));
    assertThat(threads).isLessThan(80);
    note(spawned, bytes);
    assertThat(daemon.stop()).isZero();
    assertThat(sandbox.processes()).noneMatch(Proc::isAlive);
  }

  private void note(long spawned, long bytes) {
    Figures.of("soak")
        .put("soak.seconds", SECONDS)
        .put("soak.programs", PROGRAMS)
        .put("soak.children", spawned)
        .put("soak.bytes", bytes)
        .put("soak.memory", daemon.proc().status("VmRSS"))
        .write();
  }

  private void churn() {
    long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
    AtomicInteger round = new AtomicInteger();
    Await.within(
        Duration.ofSeconds(SECONDS + 60),
        "it has gone on long enough",
        () -> {
          daemon.ctl("status");
          daemon.configure(configuration(round.getAndIncrement() % 2 == 0));
          assertThat(daemon.ctl("update").out()).isEqualTo("flap: updated process group\n");
          return System.nanoTime() > end;
        });
  }

  private static String configuration(boolean other) {
    return SERVER
        + "[program:flap]\n"
        + "command=sh -c 'printf \"%%99s\\n\" x | tr \" \" x; sleep 5'\n"
        + "process_name=%(program_name)s_%(process_num)d\n"
        + "numprocs="
        + PROGRAMS
        + "\nautostart=false\nautorestart=true\nstartsecs=0\nstopasgroup=true\n"
        + "stdout_logfile=%(here)s/flap_%(process_num)d.log\nstdout_logfile_maxbytes=0\n"
        + "stopwaitsecs="
        + (other ? 20 : 30)
        + "\n";
  }

  private long told(String text) {
    return daemon.log().stream().filter(line -> line.message().contains(text)).count();
  }

  private long counted(String type) {
    return daemon
            .read("counted")
            .lines()
            .filter(line -> line.startsWith(type + " "))
            .mapToLong(line -> Long.parseLong(line.substring(type.length() + 1)))
            .findFirst()
            .orElse(0)
        - counterItself(type);
  }

  /** The listener is told of its own start too. */
  private long counterItself(String type) {
    return daemon
        .read("counted")
        .lines()
        .filter(line -> line.startsWith("own " + type + " "))
        .mapToLong(line -> Long.parseLong(line.substring(5 + type.length())))
        .findFirst()
        .orElse(0);
  }

  private long logged() {
    long bytes = 0;
    for (int i = 0; i < PROGRAMS; i++) {
      bytes += daemon.bytes("flap_" + i + ".log").length;
    }
    return bytes;
  }
}
