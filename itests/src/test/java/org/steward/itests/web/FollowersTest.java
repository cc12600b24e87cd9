package org.steward.itests.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Figures;
import org.steward.itests.harness.Rpc;
import org.steward.itests.harness.Sandbox;

/** Two hundred clients follow one log, and one follows a flood and does not read. */
class FollowersTest {
  private static final int CROWD = 200;

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  private Daemon daemon;

  /** A client of a followed log, and what it was sent so far. */
  private record Follower(SocketChannel channel, StringBuilder seen) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  private Follower follow(String program) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
    channel.connect(UnixDomainSocketAddress.of(daemon.file("s.sock")));
    String request = "GET /logtail/" + program + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    channel.write(ByteBuffer.wrap(request.getBytes(UTF_8)));
    return new Follower(channel, new StringBuilder());
  }

  /** Reads for all of them until each was sent the text. */
  private static void awaitAll(List<Follower> crowd, String text) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(4096);
    try (Selector selector = Selector.open()) {
      for (Follower follower : crowd) {
        follower.channel.configureBlocking(false);
        follower.channel.register(selector, SelectionKey.OP_READ, follower);
      }
      Await.until(
          "all followers see " + text,
          () -> {
            selector.select(
                key -> read((Follower) key.attachment(), buffer), TimeUnit.SECONDS.toMillis(1));
            return crowd.stream().allMatch(follower -> follower.seen.indexOf(text) >= 0);
          },
          () -> crowd.stream().filter(f -> f.seen.indexOf(text) < 0).count() + " do not");
    }
  }

  private static void read(Follower follower, ByteBuffer buffer) {
    try {
      buffer.clear();
      assertThat(follower.channel.read(buffer)).as("the stream goes on").isPositive();
      follower.seen.append(UTF_8.decode(buffer.flip()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private int threads() {
    return daemon.proc().threads().size();
  }

  @Test
  void costNobodyElseAnythingAndHoldNothingUp() throws Exception {
    daemon =
        sandbox.steward(
            Rpc.SECTIONS
                + """
                [program:echo]
                command=cat
                startsecs=0
                stdout_logfile=%(here)s/echo.log
                [program:flood]
                command=sh -c 'head -c 300000000 /dev/zero; echo all written >%(here)s/written; exec sleep 1000'
                startsecs=0
                autostart=false
                stdout_logfile=%(here)s/flood.log
                stdout_logfile_maxbytes=10MB
                stdout_logfile_backups=1
                """);
    daemon.start().awaitRunning("echo");
    Rpc rpc = Rpc.to(daemon);
    rpc.call("supervisor.startProcess", "flood", false);
    daemon.awaitFile("written", "all written");
    rpc.call("supervisor.stopProcess", "flood", true);
    int descriptors = daemon.proc().descriptors().size();
    int threads = threads();

    List<Follower> crowd = new ArrayList<>();
    try (Follower deaf = follow("flood")) {
      for (int i = 0; i < CROWD; i++) {
        crowd.add(follow("echo"));
      }
      rpc.call("supervisor.sendProcessStdin", "echo", "first\n");
      awaitAll(crowd, "first\n");
      assertThat(threads()).as("threads, none for each").isLessThan(threads + CROWD / 2);

      sandbox.command("rm", daemon.file("written").toString()).run();
      rpc.call("supervisor.startProcess", "flood", false);
      long slowest = 0;
      for (int i = 0; i < 50; i++) {
        long start = System.nanoTime();
        assertThat(rpc.call("supervisor.getState")).contains("RUNNING");
        slowest = Math.max(slowest, System.nanoTime() - start);
      }
      assertThat(slowest).isLessThan(TimeUnit.SECONDS.toNanos(1));
      daemon.awaitFile("written", "all written");
      rpc.call("supervisor.sendProcessStdin", "echo", "last\n");
      awaitAll(crowd, "last\n");
      assertThat(deaf.channel.isConnected()).isTrue();
      Figures.write(
          "FollowersTest",
          Map.of("followers", CROWD, "slowest_call_ms", TimeUnit.NANOSECONDS.toMillis(slowest)));
    }
    for (Follower follower : crowd) {
      follower.close();
    }
    rpc.call("supervisor.stopProcess", "flood", true);
    Await.until(
        "the descriptors are free again",
        () -> daemon.proc().descriptors().size() <= descriptors + 2,
        () -> descriptors + " before, now " + daemon.proc().descriptors().size());
    assertThat(daemon.stop()).isZero();
  }
}
