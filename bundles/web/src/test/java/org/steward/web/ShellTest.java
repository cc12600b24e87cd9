package org.steward.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.steward.core.spi.shell.ShellSessions;
import org.steward.core.spi.shell.ShellUnavailableException;

/** A connection that is taken over for the shell. */
class ShellTest implements ShellSessions {
  private static final String UPGRADE =
      " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: steward-shell/1\r\n\r\n";

  @AutoClose private final TestSite site = TestSite.onTcp();
  private final List<Client> clients = new CopyOnWriteArrayList<>();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> ended = new CompletableFuture<>();
  private boolean full;

  ShellTest() {
    site.shell = this;
  }

  @Override
  public Session open(Client client) throws ShellUnavailableException {
    if (full) {
      throw new ShellUnavailableException("There are too many.");
    }
    clients.add(client);
    return new Session() {
      @Override
      public void resize(int columns, int rows) {
        told.add(columns + "x" + rows);
      }

      @Override
      public CompletableFuture<Integer> ended() {
        return ended;
      }

      @Override
      public void close() {
        told.add("closed");
      }
    };
  }

  private RawClient upgraded(String target) throws IOException {
    RawClient client = site.client().send("GET " + target + UPGRADE);
    assertThat(client.until("\r\n\r\n"))
        .startsWith("HTTP/1.1 101 ")
        .contains("Upgrade: steward-shell/1");
    return client;
  }

  @Test
  void bytesGoBothWaysInFramesAndTheStatusEndsIt() throws IOException {
    try (RawClient client = upgraded("/shell")) {
      ShellStreams streams = clients.getFirst().streams();
      client.send("i\0\3abc" + "i\0\2de" + "e\0\0");
      assertThat(new String(streams.in().readAllBytes(), UTF_8)).isEqualTo("abcde");
      streams.out().write("said".getBytes(UTF_8));
      streams.out().flush();
      assertThat(client.exactly(7)).isEqualTo("o\0\4said");
      streams.err().write("no".getBytes(UTF_8));
      streams.err().flush();
      assertThat(client.exactly(5)).isEqualTo("r\0\2no");
      ended.complete(3);
      assertThat(client.rest()).isEqualTo("x\0\1\3");
    }
  }

  @Test
  void aScriptHasNoTerminalAndATerminalHasATypeAndASize() throws IOException {
    upgraded("/shell").close();
    upgraded("/shell?terminal=xterm&columns=100&rows=30").close();
    assertThat(clients.getFirst().terminal()).isNull();
    assertThat(clients.getLast().terminal()).isEqualTo(new ShellTerminal("xterm", 100, 30));
  }

  @Test
  void aWindowsNewSizeReachesTheSession() throws IOException {
    try (RawClient client = upgraded("/shell?terminal=xterm")) {
      client.send("w\0\4\0\u0078\0\u0028");
      await().until(() -> told.contains("120x40"));
    }
  }

  @Test
  void aClientThatGoesClosesItsSession() throws IOException {
    upgraded("/shell").close();
    await().until(() -> told.contains("closed"));
  }

  @Test
  void aFrameOfNoKnownKindClosesTheSession() throws IOException {
    try (RawClient client = upgraded("/shell")) {
      client.send("?\0\0");
      assertThat(client.isClosed()).isTrue();
      await().until(() -> told.contains("closed"));
    }
  }

  @Test
  void withoutTheProtocolThereIsNoSession() throws IOException {
    assertThat(site.client().get("/shell").response())
        .startsWith("HTTP/1.1 426 ")
        .contains("Upgrade: steward-shell/1");
    assertThat(clients).isEmpty();
  }

  @Test
  void tooManyAndNoneAreTold() throws IOException {
    full = true;
    assertThat(site.client().send("GET /shell" + UPGRADE).response())
        .startsWith("HTTP/1.1 503 ")
        .contains("There are too many.");
    site.shell = null;
    assertThat(site.client().send("GET /shell" + UPGRADE).response()).startsWith("HTTP/1.1 503 ");
  }

  @Test
  void pagesOfOtherSitesGetNone() throws IOException {
    String foreign = UPGRADE.replace("Host:", "Sec-Fetch-Site: cross-site\r\nHost:");
    assertThat(site.client().send("GET /shell" + foreign).response()).startsWith("HTTP/1.1 403 ");
    assertThat(clients).isEmpty();
  }
}
