package org.steward.itests.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.PluginJar;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Sandbox;

/**
 * A plugin that is installed, updated and removed again and again, while clients call and a program
 * writes, leaves nothing behind and disturbs nobody. {@code -Dsteward.cycles=500} tells how often.
 */
class CyclesTest {
  private static final int CYCLES = Integer.getInteger("steward.cycles", 40);
  private static final int FIRST_CYCLES = 5;

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  private final byte[] first = Probe.jar("1.0.0").bytes();
  private final byte[] second = Probe.jar("1.1.0").bytes();
  private PluginFolder plugins;
  private int sent;
  private volatile boolean over;

  @Test
  @Timeout(900)
  void aPluginThatComesAndGoesLeavesNothingBehind() {
    plugins =
        PluginFolder.in(
            sandbox,
            """
            [program:chatter]
            command=python3 -u %(ENV_PROGRAMS)s/counter.py
            stdout_logfile=%(here)s/chatter.log
            stdout_logfile_maxbytes=0
            stdout_events_enabled=true
            """);
    Proc daemon = plugins.daemon().proc();
    Proc chatter = plugins.daemon().awaitRunning("chatter");
    Census.jar().into(plugins.file("census.jar"));
    plugins.awaitAnswer("<int>0</int>", "census.events");
    CompletableFuture<List<String>> load = CompletableFuture.supplyAsync(this::callOnAndOn);
    cycle(FIRST_CYCLES);
    int threads = daemon.threads().size();
    int descriptors = daemon.descriptors().size();

    cycle(CYCLES);

    over = true;
    assertThat(load.join()).as("answers to calls meanwhile").isEmpty();
    plugins.awaitAnswer("<int>" + sent + "</int>", "census.events");
    Await.until("no class loader is left", () -> left() == 0, () -> left() + " are left");
    Await.until(
        "no thread is left",
        () -> daemon.threads().size() <= threads,
        () -> threads + " before, now " + daemon.threads());
    Await.until("no descriptor is left", () -> daemon.descriptors().size() <= descriptors);
    assertThat(plugins.daemon().child("chatter")).isEqualTo(chatter);
    assertThat(plugins.daemon().stop()).isZero();
    List<String> lines = plugins.daemon().read("chatter.log").lines().toList();
    assertThat(lines)
        .isEqualTo(IntStream.range(0, lines.size()).mapToObj(Integer::toString).toList())
        .hasSizeGreaterThan(CYCLES);
  }

  private void cycle(int times) {
    for (int i = 0; i < times; i++) {
      PluginJar.place(first, plugins.file("probe.jar"));
      plugins.awaitAnswer("1.0.0", "probe.version");
      plugins.rpc().call("census.note", "probe");
      plugins.rpc().call("supervisor.sendRemoteCommEvent", "cycle", "" + i);
      sent++;
      PluginJar.place(second, plugins.file("probe.jar"));
      plugins.awaitAnswer("1.1.0", "probe.version");
      plugins.rpc().call("census.note", "probe");
      plugins.delete("probe.jar");
      plugins.awaitAnswer("UNKNOWN_METHOD", "probe.version");
    }
  }

  private int left() {
    String answer = plugins.rpc().call("census.left");
    return Integer.parseInt(answer.replaceAll("(?s).*<int>(\\d+)</int>.*", "$1"));
  }

  /** Calls until it is over; returns the answers that should not have been. */
  private List<String> callOnAndOn() {
    List<String> wrong = new ArrayList<>();
    while (!over && wrong.size() < 10) {
      String state = plugins.rpc().ask("supervisor.getState");
      if (!state.contains("RUNNING")) {
        wrong.add(state);
      }
      String version = plugins.rpc().ask("probe.version");
      if (!version.contains("1.0.0")
          && !version.contains("1.1.0")
          && !version.contains("UNKNOWN_METHOD")
          && !version.contains("the namespace probe was removed")) {
        wrong.add(version);
      }
    }
    return wrong;
  }
}
