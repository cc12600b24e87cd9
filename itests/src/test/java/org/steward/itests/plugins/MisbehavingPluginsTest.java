package org.steward.itests.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.PluginJar;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Sandbox;

/**
 * Plugins that do what they should not are shown with what is wrong with them, by RPC, by {@code
 * supervisorctl plugins} and by HTTP, and cost nobody else anything: a program runs on and another
 * plugin goes on to hear of events and to answer.
 */
class MisbehavingPluginsTest {

  @RegisterExtension static final Sandbox SANDBOX = new Sandbox();

  private static final byte[] PROBE = Probe.jar("1.0.0").bytes();

  private static PluginFolder plugins;
  private static Proc sleeper;
  private static int sent;

  @BeforeAll
  static void start() {
    plugins = PluginFolder.in(SANDBOX, "[program:sleeper]\ncommand=sleep 1000\n");
    sleeper = plugins.daemon().awaitRunning("sleeper");
    PluginJar.place(PROBE, plugins.file("probe.jar"));
    plugins.awaitAnswer("1.0.0", "probe.version");
  }

  @AfterEach
  void nobodyElseHasNoticed() {
    sendEvent();
    plugins.awaitAnswer("<int>" + sent + "</int>", "probe.events");
    assertThat(sleeper.isAlive()).isTrue();
    plugins.deleteAllBut("probe.jar");
  }

  @AfterAll
  static void theDaemonEndsAsEver() {
    plugins.rpc().call("supervisor.stopProcess", "sleeper", true);
    plugins.rpc().call("supervisor.startProcess", "sleeper", true);
    assertThat(plugins.daemon().stop()).isZero();
  }

  private void sendEvent() {
    plugins.rpc().call("supervisor.sendRemoteCommEvent", "kind", "data");
    sent++;
  }

  private void install(String kind) {
    Trouble.jar(kind).into(plugins.file(kind + ".jar"));
  }

  @ParameterizedTest
  @CsvSource({
    "throws-at-start, FAILED, no luck today",
    "blocks-at-start, FAILED, its start has not returned",
    "takes-supervisor, DEGRADED, there is a namespace of this name already",
    "takes-probe, DEGRADED, there is a namespace of this name already",
  })
  void aPluginThatCannotDoItsPartIsShownWithTheReason(String kind, String state, String reason) {
    install(kind);
    plugins.awaitState(kind, state, reason);
    assertThat(plugins.rpc().call("supervisor.getState")).contains("RUNNING");
    assertThat(plugins.rpc().call("probe.version")).contains("1.0.0");
  }

  @Test
  void aPluginThatLacksAPackageWaitsForIt() {
    PluginJar.named("needy")
        .with("Import-Package", "org.example.missing")
        .into(plugins.file("needy.jar"));
    plugins.awaitState("needy", "WAITING", "org.example.missing");
    PluginJar.named("giver")
        .with("Export-Package", "org.example.missing")
        .into(plugins.file("giver.jar"));
    plugins.awaitState("needy", "ACTIVE", "");
  }

  @Test
  void aHandlerThatNeverReturnsIsShown() {
    install("blocks-on-events");
    plugins.awaitState("blocks-on-events", "ACTIVE", "");
    sendEvent();
    plugins.awaitState("blocks-on-events", "DEGRADED", "has not returned for");
  }

  @Test
  void aHandlerThatThrowsIsShownWithWhatItThrows() {
    install("throws-on-events");
    plugins.awaitState("throws-on-events", "ACTIVE", "");
    sendEvent();
    sendEvent();
    plugins.awaitState(
        "throws-on-events", "DEGRADED", "failed 2 times, last with java.io.IOException: no disk");
  }

  @ParameterizedTest
  @CsvSource({
    "trouble.nonsense, Thread",
    "trouble.numbers, something else than a string",
    "trouble.bottomless, nests deeper",
    "trouble.endless, FAILED",
    "trouble.error, org/example/Forgotten",
    "trouble.overflow, StackOverflowError",
  })
  void aMethodThatBreaksIsAFault(String method, String words) {
    install("broken");
    plugins.awaitAnswer("trouble.spin", "system.listMethods");
    assertThat(plugins.rpc().ask(method)).contains("<fault>", words);
  }

  @Test
  void methodsThatNeverReturnCostTheirOwnCallersOnly() {
    install("endless");
    plugins.awaitAnswer("trouble.spin", "system.listMethods");
    List<CompletableFuture<String>> calls = new ArrayList<>();
    for (String method : List.of("never", "spin", "spin", "spin", "spin", "forgotten")) {
      CompletableFuture<String> answer = new CompletableFuture<>();
      calls.add(answer);
      Thread.ofPlatform()
          .daemon()
          .start(() -> answer.complete(plugins.rpc().ask("trouble." + method)));
    }
    for (int i = 0; i < 200; i++) {
      assertThat(plugins.rpc().call("supervisor.getState")).contains("RUNNING");
      assertThat(plugins.rpc().call("probe.version")).contains("1.0.0");
    }
    plugins.delete("endless.jar");
    for (CompletableFuture<String> call : calls) {
      assertThat(call.orTimeout(40, TimeUnit.SECONDS).join()).contains("<fault>");
    }
  }

  @Test
  void aPluginThatDoesNotStopCleanlyIsGoneAllTheSame() {
    install("throws-at-stop");
    plugins.awaitState("throws-at-stop", "ACTIVE", "");
    plugins.delete("throws-at-stop.jar");
    plugins.daemon().awaitLog("no way out");
    plugins.awaitGone("throws-at-stop");
  }

  @Test
  void aPluginThatNeverStopsIsShown() {
    install("blocks-at-stop");
    plugins.awaitState("blocks-at-stop", "ACTIVE", "");
    plugins.delete("blocks-at-stop.jar");
    plugins.awaitState("blocks-at-stop", "FAILED", "its stop has not returned");
  }

  @Test
  void aJarThatIsDamagedIsShown() throws IOException {
    byte[] jar = Probe.jar("2.0.0").bytes();
    new Random(1).nextBytes(jar);
    PluginJar.place(jar, plugins.file("noise.jar"));
    plugins.awaitState("noise.jar", "FAILED", "cannot read it as a jar");
    byte[] flipped = PluginJar.named("flipped").file("data", noise(100_000)).bytes();
    flipped[flipped.length / 2] ^= 0x55;
    PluginJar.place(flipped, plugins.file("flipped.jar"));
    plugins.awaitState("flipped.jar", "FAILED", "cannot read it as a jar");
  }

  @Test
  void aJarThatIsHalfWrittenIsShownUntilItIsComplete() throws IOException {
    byte[] jar = PluginJar.named("slow").file("data", noise(200_000)).bytes();
    Files.write(plugins.file("slow.jar"), Arrays.copyOf(jar, jar.length / 2));
    plugins.awaitState("slow.jar", "FAILED", "cannot read it as a jar");
    Files.write(plugins.file("slow.jar"), jar);
    plugins.awaitState("slow", "ACTIVE", "");
  }

  @Test
  void aHugeJarHoldsUpNobody() {
    PluginJar.named("huge").file("data", noise(48 << 20)).into(plugins.file("huge.jar"));
    plugins.awaitState("huge", "ACTIVE", "");
  }

  private static byte[] noise(int size) {
    byte[] noise = new byte[size];
    new Random(2).nextBytes(noise);
    return noise;
  }

  @Test
  void aLinkToAJarIsAsGoodAsTheJar() throws IOException {
    Path elsewhere = SANDBOX.directory().resolve("elsewhere.jar");
    PluginJar.named("linked").into(elsewhere);
    Files.createSymbolicLink(plugins.file("linked.jar"), elsewhere);
    plugins.awaitState("linked", "ACTIVE", "");
    PluginJar.named("linked").version("2.0.0").into(elsewhere);
    plugins.daemon().ctl("plugins", "rescan");
    Await.until("the new one is there", () -> plugins.told("linked").contains("2.0.0"));
    Files.delete(elsewhere);
    plugins.daemon().ctl("plugins", "rescan");
    plugins.awaitGone("linked");
  }

  @Test
  void theSecondJarOfOneBundleIsShownAndTakesOverWhenTheFirstGoes() {
    PluginJar twin = PluginJar.named("twin");
    twin.into(plugins.file("a.jar"));
    plugins.awaitState("twin", "ACTIVE", "");
    PluginJar.named("twin").into(plugins.file("b.jar"));
    plugins.awaitState("b.jar", "FAILED", "not unique");
    plugins.delete("a.jar");
    plugins.awaitGone("b.jar");
    plugins.awaitState("twin", "ACTIVE", "");
  }

  @Test
  void aNewVersionThatCannotBeReadLeavesTheOldOneRunning() throws IOException {
    Files.writeString(plugins.file("probe.jar"), "no jar");
    plugins.awaitState("probe", "DEGRADED", "the bundle before it is kept");
    assertThat(plugins.rpc().call("probe.version")).contains("1.0.0");
    PluginJar.place(PROBE, plugins.file("probe.jar"));
    plugins.awaitState("probe", "ACTIVE", "");
  }
}
