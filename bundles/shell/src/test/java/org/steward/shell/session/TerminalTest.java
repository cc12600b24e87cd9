package org.steward.shell.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.steward.api.process.ProcessState;
import org.steward.core.spi.shell.ShellSessions.ShellTerminal;
import org.steward.shell.GogoFixture;
import org.steward.shell.command.OrderCommands;
import org.steward.shell.command.StatusCommands;

/** Sessions at a terminal, typed to byte by byte. */
class TerminalTest {
  private static final int PIPE = 64 * 1024;

  private final GogoFixture gogo = new GogoFixture();
  private final AtomicBoolean screenClosed = new AtomicBoolean();
  private final ByteArrayOutputStream screen =
      new ByteArrayOutputStream() {
        @Override
        public void close() {
          screenClosed.set(true);
        }
      };
  private final PipedOutputStream keyboard = new PipedOutputStream();
  private final ShellSession session;
  private final Thread thread;

  /** A command that runs until it is interrupted. */
  public static final class Endless {
    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch interrupted = new CountDownLatch(1);

    /** Waits. */
    public void endless() throws InterruptedException {
      begun.countDown();
      try {
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException e) {
        interrupted.countDown();
        throw e;
      }
    }
  }

  private final Endless endless = new Endless();

  TerminalTest() throws IOException {
    gogo.supervisor
        .with("web:web_0", ProcessState.RUNNING, 11)
        .with("web:web_1", ProcessState.RUNNING, 12);
    gogo.with(new StatusCommands(gogo.supervisor), "status", "pid")
        .with(new OrderCommands(gogo.supervisor), "start", "stop", "signal")
        .with(endless, "endless");
    session =
        gogo.session(
            new ShellTerminal("xterm-256color", 80, 24),
            new PipedInputStream(keyboard, PIPE),
            screen,
            screen);
    thread = Thread.ofPlatform().start(session);
    awaitScreen("supervisor> ");
  }

  @AfterEach
  void close() throws Exception {
    session.close();
    thread.join(20_000);
    gogo.close();
  }

  private void type(String keys) throws IOException {
    keyboard.write(keys.getBytes(UTF_8));
    keyboard.flush();
  }

  private void awaitScreen(String text) {
    await().atMost(20, TimeUnit.SECONDS).until(() -> screen.toString(UTF_8).contains(text));
  }

  private int status() throws Exception {
    return session.ended().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  @Test
  void aCommandIsTypedAndItsOutputShown() throws Exception {
    type("pid web:web_0\r");
    awaitScreen("11\r\n");
  }

  @Test
  void tabCompletesCommandsSignalsAndProcesses() throws Exception {
    type("sig\tUSR1 web:web_1\t\r");
    await()
        .atMost(20, TimeUnit.SECONDS)
        .untilAsserted(
            () -> assertThat(gogo.supervisor.orders()).containsExactly("signal web:web_1 10"));
  }

  @Test
  void ctrlCInterruptsTheCommandAndTheSessionGoesOn() throws Exception {
    type("endless\r");
    assertThat(endless.begun.await(20, TimeUnit.SECONDS)).isTrue();
    type("\u0003");
    assertThat(endless.interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    type("pid web:web_1\r");
    awaitScreen("12\r\n");
  }

  @Test
  void exitEndsTheSession() throws Exception {
    type("exit\r");
    assertThat(status()).isZero();
    assertThat(screenClosed).isFalse();
  }

  @Test
  void ctrlDEndsTheSession() throws Exception {
    type("\u0004");
    assertThat(status()).isZero();
  }

  @Test
  void aClientThatIsGoneEndsTheSessionAndInterruptsItsCommand() throws Exception {
    type("endless\r");
    assertThat(endless.begun.await(20, TimeUnit.SECONDS)).isTrue();
    session.close();
    assertThat(endless.interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    status();
  }

  @Test
  void theEndOfTheInputEndsTheSession() throws Exception {
    keyboard.close();
    assertThat(status()).isZero();
  }

  @Test
  void aFailureIsShownInWords() throws Exception {
    type("nonsense\r");
    awaitScreen("Command not found: nonsense");
  }

  @Test
  void aSessionEndsWithTheStatusSaidOnLeavingWhateverFailedBefore() throws Exception {
    type("nonsense\r");
    awaitScreen("Command not found: nonsense");
    type("exit 4\r");
    assertThat(status()).isEqualTo(4);
  }

  @Test
  void withoutAStatusOnLeavingAFailedCommandIsNotTheSessions() throws Exception {
    type("nonsense\r");
    awaitScreen("Command not found: nonsense");
    type("exit\r");
    assertThat(status()).isZero();
  }
}
