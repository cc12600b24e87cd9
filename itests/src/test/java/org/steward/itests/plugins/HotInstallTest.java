package org.steward.itests.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.PluginJar;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Sandbox;

/** A plugin comes, is updated and goes while everything runs; all of it, and nothing else. */
class HotInstallTest {

  @RegisterExtension static final Sandbox SANDBOX = new Sandbox();

  private static PluginFolder plugins;
  private static Proc sleeper;

  @BeforeAll
  static void start() {
    plugins = PluginFolder.in(SANDBOX, "[program:sleeper]\ncommand=sleep 1000\n");
    sleeper = plugins.daemon().awaitRunning("sleeper");
  }

  @AfterEach
  void remove() {
    plugins.delete("probe.jar");
    plugins.awaitGone("probe");
    assertThat(sleeper.isAlive()).isTrue();
  }

  private void install(String version) {
    Probe.jar(version).into(plugins.file("probe.jar"));
    plugins.awaitAnswer(version, "probe.version");
  }

  private String help() {
    return plugins.daemon().ctl("help").out();
  }

  @Test
  void allOfAPluginIsThereOnceItsJarIs() {
    install("1.0.0");
    plugins.awaitState("probe", "ACTIVE", "");
    assertThat(plugins.rpc().call("system.listMethods")).contains("probe.version", "probe.events");
    assertThat(plugins.rpc().call("system.methodHelp", "probe.version")).contains("Tells its");
    plugins.rpc().call("supervisor.sendRemoteCommEvent", "a", "b");
    plugins.awaitAnswer("<int>1</int>", "probe.events");
    assertThat(help()).contains("probe_hello");
    assertThat(plugins.daemon().ctl("probe_hello", "you").out())
        .isEqualTo("hello of 1.0.0 [you]\n");
    assertThat(plugins.rpc().get("/api/v1/plugins")).contains("\"/probe/index.html\"", "\"Probe\"");
    assertThat(plugins.rpc().get("/probe/index.html")).endsWith("the page of 1.0.0");
  }

  @Test
  void allOfAPluginIsReplacedWithItsJar() {
    install("1.0.0");
    install("1.1.0");
    assertThat(plugins.daemon().ctl("probe_hello").out()).isEqualTo("hello of 1.1.0 []\n");
    Await.until(
        "the page is the new one",
        () -> plugins.rpc().get("/probe/index.html").endsWith("the page of 1.1.0"));
    assertThat(plugins.told("probe")).contains("1.1.0");
    assertThat(plugins.daemon().child("sleeper")).isEqualTo(sleeper);
  }

  @Test
  void nothingOfAPluginIsLeftOnceItsJarIsGone() {
    install("1.0.0");
    plugins.delete("probe.jar");
    plugins.awaitAnswer("UNKNOWN_METHOD", "probe.version");
    plugins.awaitGone("probe");
    assertThat(plugins.rpc().call("system.listMethods")).doesNotContain("probe.");
    assertThat(help()).doesNotContain("probe_hello");
    assertThat(plugins.rpc().get("/api/v1/plugins")).doesNotContain("Probe");
    assertThat(plugins.rpc().get("/probe/index.html")).startsWith("HTTP/1.1 404");
    assertThat(sleeper.isAlive()).isTrue();
  }

  @Test
  void aCallOnItsWayFinishesAlthoughItsPluginGoes() {
    install("1.0.0");
    var call = CompletableFuture.supplyAsync(() -> plugins.rpc().call("probe.sleep", 1500));
    Await.until("the call is on its way", () -> isIn("rpc-probe"));
    plugins.delete("probe.jar");
    plugins.awaitAnswer("UNKNOWN_METHOD", "probe.version");
    assertThat(call.join()).contains("slept");
  }

  @Test
  void aCallThatTakesTooLongIsAnsweredWhenItsPluginIsGone() {
    install("1.0.0");
    var call = CompletableFuture.supplyAsync(() -> plugins.rpc().ask("probe.sleep", 600_000));
    Await.until("the call is on its way", () -> isIn("rpc-probe"));
    plugins.delete("probe.jar");
    assertThat(call.orTimeout(40, TimeUnit.SECONDS).join()).contains("<fault>");
  }

  /** Whether a thread of the daemon has a name. */
  private boolean isIn(String thread) {
    return plugins.daemon().proc().threads().contains(thread);
  }

  /** An idle machine has it in a tenth; this one may be busy with other tests. */
  @Test
  void aPluginIsLiveWithinASecondOrTwo() {
    byte[] jar = Probe.jar("1.0.0").bytes();
    long began = System.nanoTime();
    PluginJar.place(jar, plugins.file("probe.jar"));
    plugins.awaitAnswer("1.0.0", "probe.version");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
  }
}
