package org.steward.itests.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Figures;
import org.steward.itests.harness.PluginJar;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Rpc;
import org.steward.itests.harness.Sandbox;

/**
 * Hundreds of programs that come and go while clients call, the configuration changes and a plugin
 * is installed and removed; at the end the books balance. {@code -Dsteward.soak.seconds=300} makes
 * it a long one.
 */
class SoakTest {
  private static final int SECONDS = Integer.getInteger("steward.soak.seconds", 45);
  private static final int PROGRAMS = 300;
  private static final int LINE_BYTES = 100;
  private static final int MOST_HEAP_GROWTH_KB = 4 * 1024;

  /** What is neither heap nor leak: arenas of malloc, code compiled since, the heap's reserve. */
  private static final int MOST_RESIDENT_GROWTH_KB = 32 * 1024;

  private static final String LISTENERS =
      """
      [supervisord]
      minfds=4096
      logfile_maxbytes=0

      [eventlistener:counter]
      command=python3 %(ENV_PROGRAMS)s/tally.py %(here)s/counted
      events=PROCESS_STATE
      buffer_size=1000000

      [eventlistener:slow]
      command=python3 %(ENV_PROGRAMS)s/tally.py %(here)s/counted_slowly 0.05
      events=PROCESS_STATE
      buffer_size=50

      """;

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  private final Random random = new Random(1);
  private final byte[] probe = Probe.jar("1.0.0").bytes();
  private PluginFolder plugins;
  private Daemon daemon;
  private volatile boolean over;

  /** What must not grow. */
  private record Size(int descriptors, int threads, long heap, long resident) {}

  @Test
  @Timeout(900)
  void theBooksBalance() {
    plugins = PluginFolder.in(sandbox, LISTENERS + flap(0));
    daemon = plugins.daemon();
    Census.jar().into(plugins.file("census.jar"));
    plugins.awaitAnswer("<int>0</int>", "census.events");
    churnFor(Duration.ofSeconds(SECONDS / 4));
    Size before = sizeAtRest();

    churnFor(Duration.ofSeconds(SECONDS));

    Size after = sizeAtRest();
    long spawned = everyChildEnded();
    long bytes = everyByteIsLogged();
    long events = everyEventIsAccountedFor(spawned);
    Await.until(
        "no thread is left",
        () -> daemon.proc().threads().size() <= before.threads(),
        () -> before.threads() + " before, now " + daemon.proc().threads());
    Await.until(
        "no descriptor is left", () -> daemon.proc().descriptors().size() <= before.descriptors());
    assertThat(after.heap()).isLessThan(before.heap() + MOST_HEAP_GROWTH_KB);
    assertThat(after.resident()).isLessThan(before.resident() + MOST_RESIDENT_GROWTH_KB);
    assertThat(daemon.log()).noneMatch(line -> line.message().contains("supervision loop:"));
    assertThat(daemon.stop()).isZero();
    assertThat(sandbox.processes()).noneMatch(Proc::isAlive);
    Figures.write(
        "soak",
        Map.of(
            "soak.seconds", SECONDS,
            "soak.programs", PROGRAMS,
            "soak.children", spawned,
            "soak.bytes", bytes,
            "soak.events", events,
            "soak.resident.mib", after.resident() / 1024));
  }

  /**
   * Each writes a line, then notes that it did, and goes after a while. A signal in between counts
   * only after the note.
   */
  private static String flap(int round) {
    return "[program:flap]\ncommand=sh -c 'trap e=1 TERM; echo "
        + "x".repeat(LINE_BYTES - 1)
        + "; printf . >>%(here)s/written_%(process_num)d; trap - TERM;"
        + " [ -z \"$e\" ] || exit 0; exec sleep 5'\n"
        + "process_name=%(program_name)s_%(process_num)d\nnumprocs="
        + PROGRAMS
        + "\nautorestart=true\nstartsecs=0\n"
        + "stdout_logfile=%(here)s/flap_%(process_num)d.log\nstdout_logfile_maxbytes=0\n"
        // Every second change is applied as they run, the others restart them all.
        + "stopwaitsecs="
        + (round % 2 == 0 ? 20 : 30)
        + "\nenvironment=ROUND="
        + round / 2
        + "\n";
  }

  private void churnFor(Duration time) {
    plugins.rpc().call("supervisor.startProcessGroup", "flap");
    over = false;
    CompletableFuture<List<String>> calls = CompletableFuture.supplyAsync(this::callOnAndOn);
    long end = System.nanoTime() + time.toNanos();
    for (int round = 1; System.nanoTime() < end; round++) {
      PluginJar.place(probe, plugins.file("probe.jar"));
      plugins.awaitAnswer("1.0.0", "probe.version");
      plugins.rpc().call("census.note", "probe");
      daemon.configure(configuration(round));
      assertThat(daemon.ctl("update").out()).contains("flap: updated process group");
      plugins.delete("probe.jar");
      plugins.awaitAnswer("UNKNOWN_METHOD", "probe.version");
    }
    over = true;
    assertThat(calls.join()).as("answers to calls meanwhile").isEmpty();
  }

  private static String configuration(int round) {
    return Rpc.SECTIONS + LISTENERS + flap(round);
  }

  /** Calls until it is over; returns the answers that should not have been. */
  private List<String> callOnAndOn() {
    List<String> wrong = new ArrayList<>();
    while (!over && wrong.size() < 10) {
      String name = "flap:flap_" + random.nextInt(PROGRAMS);
      String answer =
          switch (random.nextInt(5)) {
            case 0 -> plugins.rpc().ask("supervisor.stopProcess", name);
            case 1 -> plugins.rpc().ask("supervisor.startProcess", name);
            case 2 -> plugins.rpc().ask("supervisor.tailProcessStdoutLog", name, 0, 1000);
            case 3 -> plugins.rpc().ask("supervisor.getAllProcessInfo");
            default -> plugins.rpc().ask("supervisor.getProcessInfo", name);
          };
      // Where an update is at work on it, or it has come and gone by itself.
      if (answer.contains("<fault>")
          && !answer.matches("(?s).*(NOT_RUNNING|ALREADY_STARTED|ABNORMAL_TERMINATION).*")) {
        wrong.add(answer);
      }
    }
    return wrong;
  }

  private Size sizeAtRest() {
    plugins.rpc().call("supervisor.stopProcessGroup", "flap");
    // Events that wait are no leak.
    List.of("counter", "slow").forEach(this::awaitHeard);
    Await.until("no class loader of the plugin is left", () -> census("left") == 0);
    return new Size(
        daemon.proc().descriptors().size(),
        daemon.proc().threads().size(),
        census("heap"),
        Long.parseLong(daemon.proc().status("VmRSS").replaceAll("\\D", "")));
  }

  /** Both of its counts collect the garbage, too. */
  private int census(String count) {
    String answer = plugins.rpc().call("census." + count);
    return Integer.parseInt(answer.replaceAll("(?s).*<int>(\\d+)</int>.*", "$1"));
  }

  /** However many wait, and however busy the machine is: as long as it becomes fewer. */
  private void awaitHeard(String pool) {
    double left = waiting(pool);
    while (left > 0) {
      double before = left;
      Await.until(pool + " hears of what waits", () -> waiting(pool) < before);
      left = waiting(pool);
    }
  }

  private double waiting(String pool) {
    return metric("steward_event_pool_waiting{pool=\"%s\"}".formatted(pool));
  }

  private double metric(String sample) {
    return plugins
        .rpc()
        .get("/metrics")
        .lines()
        .filter(line -> line.startsWith(sample + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(sample.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  private long everyChildEnded() {
    long spawned = told("spawned: 'flap_");
    assertThat(spawned).isGreaterThan(2 * PROGRAMS);
    assertThat(told("exited: flap_") + told("stopped: flap_")).isEqualTo(spawned);
    assertThat(plugins.rpc().call("supervisor.getAllProcessInfo").split("RUNNING", -1)).hasSize(3);
    return spawned;
  }

  private long told(String text) {
    return daemon.log().stream().filter(line -> line.message().startsWith(text)).count();
  }

  private long everyByteIsLogged() {
    long written = LINE_BYTES * size("written_%d");
    assertThat(size("flap_%d.log")).isEqualTo(written);
    return written;
  }

  private long size(String files) {
    return IntStream.range(0, PROGRAMS)
        .mapToObj(number -> daemon.file(files.formatted(number)).toFile())
        .mapToLong(File::length)
        .sum();
  }

  private long everyEventIsAccountedFor(long spawned) {
    long events = accounted("counter", "counted");
    assertThat(metric("steward_event_pool_dropped_total{pool=\"counter\"}")).isZero();
    long started = flaps("STARTING");
    // A stop may come before the spawn, and calls it off.
    assertThat(started).isGreaterThanOrEqualTo(spawned);
    assertThat(flaps("EXITED") + flaps("STOPPED")).isEqualTo(started);
    accounted("slow", "counted_slowly");
    assertThat(metric("steward_event_pool_dropped_total{pool=\"slow\"}")).isPositive();
    assertThat(told("pool slow event buffer overflowed, discarding event")).isPositive();
    return events;
  }

  /** All that a pool took in was delivered or dropped. */
  private long accounted(String pool, String file) {
    String label = "{pool=\"" + pool + "\"}";
    awaitHeard(pool);
    long accepted = (long) metric("steward_event_pool_accepted_total" + label);
    long dropped = (long) metric("steward_event_pool_dropped_total" + label);
    Await.until(
        pool + " has got all",
        () -> counted(file, "all") + dropped == accepted,
        () -> accepted + " accepted, " + dropped + " dropped, heard:\n" + daemon.read(file));
    return accepted;
  }

  private long flaps(String state) {
    return counted("counted", "flap PROCESS_STATE_" + state);
  }

  private long counted(String file, String name) {
    return daemon
        .read(file)
        .lines()
        .filter(line -> line.startsWith(name + "="))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(0);
  }
}
