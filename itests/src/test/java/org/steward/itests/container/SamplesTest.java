package org.steward.itests.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.steward.api.control.Supervisor;
import org.steward.api.event.SupervisorEventHandler;
import org.steward.api.plugin.PluginInfo;
import org.steward.api.plugin.PluginState;
import org.steward.api.plugin.Plugins;
import org.steward.api.process.ProcessId;

/** The plugins of {@code plugins-sample/} come, are updated and go, and do what they are for. */
@InContainer(
    configuration =
        """
        [unix_http_server]
        file=%(here)s/s.sock

        [program:sleeper]
        command=sleep 1000
        startsecs=0
        """)
class SamplesTest {

  private static final String PREFIX = "org.steward.samples.";

  private static Path jar(BundleContext context, String name) {
    return Path.of(context.getProperty("steward.home"), "plugins-sample", name + ".jar");
  }

  private static Bundle install(BundleContext context, String name) throws Exception {
    Bundle bundle = context.installBundle(jar(context, name).toUri().toString());
    bundle.start();
    return bundle;
  }

  /** Adds to the configuration file, has it read, and so delivers the sections to the plugins. */
  private static void configure(BundleContext context, Supervisor supervisor, String sections)
      throws IOException {
    Path file = Path.of(context.getProperty(InContainer.FOLDER), "d1", "supervisord.conf");
    Files.writeString(file, sections, StandardOpenOption.APPEND);
    supervisor.rereadConfig();
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    for (int i = 0; i < 800; i++) {
      if (condition.call()) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("waited in vain until " + what);
  }

  private static List<PluginInfo> samples(Plugins plugins) {
    return plugins.list().stream().filter(plugin -> plugin.name().startsWith(PREFIX)).toList();
  }

  private static int pid(Supervisor supervisor) {
    return supervisor.snapshot().process(new ProcessId("sleeper", "sleeper")).orElseThrow().pid();
  }

  @AfterEach
  void removeAll(BundleContext context) throws Exception {
    for (Bundle bundle : context.getBundles()) {
      if (bundle.getSymbolicName().startsWith(PREFIX)) {
        bundle.uninstall();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cache", "twiddler", "webhook", "memmon", "httpok", "plot"})
  void comesIsUpdatedAndGoes(String name, BundleContext context, Plugins plugins) throws Exception {
    Bundle bundle = install(context, name);
    await(name + " is well", () -> isWell(samples(plugins)));
    try (InputStream again = Files.newInputStream(jar(context, name))) {
      bundle.update(again);
    }
    assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);
    await(name + " is well again", () -> isWell(samples(plugins)));
    bundle.uninstall();
    assertThat(samples(plugins)).isEmpty();
  }

  /** Works, or waits for nothing but the section it is configured by. */
  private static boolean isWell(List<PluginInfo> samples) {
    return samples.size() == 1
        && samples.stream()
            .allMatch(
                plugin ->
                    plugin.state() == PluginState.ACTIVE
                        || plugin.reasons().stream()
                            .allMatch(reason -> reason.contains("waits for its configuration")));
  }

  @Test
  void aWebhookPostsWhatItsSectionChooses(BundleContext context, Supervisor supervisor)
      throws Exception {
    Bundle webhook = install(context, "webhook");
    try (ServerSocket receiver = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
      configure(
          context,
          supervisor,
          "[webhook:test]\nevents=REMOTE_COMMUNICATION\nurl=http://127.0.0.1:%d/hook\n"
              .formatted(receiver.getLocalPort()));
      await("the section is delivered", () -> handlesEvents(webhook));
      try (Socket request = accept(receiver, supervisor)) {
        assertThat(read(request))
            .startsWith("POST /hook HTTP/1.1\r\n")
            .contains("\"event\":\"REMOTE_COMMUNICATION\"")
            .endsWith("\"type\":\"deploy\",\"data\":\"v2 is out\",\"text\":\"v2 is out\"}");
      }
    }
  }

  private static boolean handlesEvents(Bundle bundle) {
    return Arrays.stream(bundle.getRegisteredServices())
        .anyMatch(service -> service.getProperty(SupervisorEventHandler.EVENTS) != null);
  }

  /** Sends events until one is posted: whoever looks for handlers may not have seen it at once. */
  private static Socket accept(ServerSocket receiver, Supervisor supervisor) throws Exception {
    receiver.setSoTimeout(1000);
    for (int i = 0; i < 30; i++) {
      supervisor.sendRemoteCommEvent("deploy", "v2 is out").toCompletableFuture().get();
      try {
        return receiver.accept();
      } catch (SocketTimeoutException notYet) {
        // The next event may be posted.
      }
    }
    throw new AssertionError("nothing was posted");
  }

  private static String read(Socket request) throws IOException {
    StringBuilder text = new StringBuilder();
    while (!text.toString().endsWith("}")) {
      int next = request.getInputStream().read();
      assertThat(next).as(text.toString()).isNotNegative();
      text.append((char) next);
    }
    request.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(UTF_8));
    return text.toString();
  }

  @Test
  void memmonRestartsWhatHoldsTooMuch(BundleContext context, Supervisor supervisor)
      throws Exception {
    int before = pid(supervisor);
    install(context, "memmon");
    configure(context, supervisor, "[memmon]\nprogram=sleeper=1KB\nevents=TICK_5\n");
    await("it was restarted", () -> pid(supervisor) != before && pid(supervisor) != 0);
  }

  @Test
  void httpokRestartsWhoseAddressDoesNotAnswer(BundleContext context, Supervisor supervisor)
      throws Exception {
    int before = pid(supervisor);
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    install(context, "httpok");
    configure(
        context,
        supervisor,
        "[httpok:test]\nurl=http://127.0.0.1:%d/\nprogram=sleeper\nevents=TICK_5\n"
            .formatted(closed));
    await("it was restarted", () -> pid(supervisor) != before && pid(supervisor) != 0);
  }

  @Test
  void plotServesItsPageItsDataAndItsMetrics(BundleContext context) throws Exception {
    install(context, "plot");
    await("the page is served", () -> get(context, "/plot/").startsWith("HTTP/1.1 200"));
    assertThat(get(context, "/plot/"))
        .contains("uplot/uPlot.iife.min.js", "X-Frame-Options: SAMEORIGIN")
        .contains("default-src 'none'", "frame-ancestors 'self'")
        .doesNotContain("unsafe");
    assertThat(get(context, "/plot/uplot/uPlot.iife.min.js")).contains("uPlot");
    await("a sample was taken", () -> get(context, "/plot/data").contains("RUNNING"));
    assertThat(get(context, "/plot/data?since=9999999999")).endsWith("\r\n\r\n[]");
    assertThat(get(context, "/plot/data?since=x")).startsWith("HTTP/1.1 400");
    assertThat(get(context, "/plot/PlotPage.class")).startsWith("HTTP/1.1 404");
    assertThat(get(context, "/metrics")).containsPattern("steward_plot_samples_total [1-9]");
  }

  /** What the daemon answers, headers and all. */
  private static String get(BundleContext context, String path) throws IOException {
    Path socket = Path.of(context.getProperty(InContainer.FOLDER), "d1", "s.sock");
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      channel.write(ByteBuffer.wrap(request.getBytes(UTF_8)));
      return new String(Channels.newInputStream(channel).readAllBytes(), UTF_8);
    }
  }
}
