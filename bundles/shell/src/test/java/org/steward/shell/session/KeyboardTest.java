package org.steward.shell.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class KeyboardTest {
  private final PipedOutputStream keys = new PipedOutputStream();
  private final Keyboard keyboard;

  KeyboardTest() throws IOException {
    keyboard = new Keyboard(new PipedInputStream(keys));
  }

  private void type(String text) throws IOException {
    keys.write(text.getBytes(UTF_8));
    keys.flush();
  }

  private static String read(InputStream in, int count) throws IOException {
    return new String(in.readNBytes(count), UTF_8);
  }

  @Test
  void aSessionThatIsInterruptedTakesNothingFromTheNext() throws Exception {
    InputStream first = keyboard.listen();
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    Thread reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    ended.completeExceptionally(new AssertionError("read " + first.read()));
                  } catch (IOException e) {
                    ended.complete(e);
                  }
                });
    reader.interrupt();
    assertThat(ended.get(20, TimeUnit.SECONDS)).isInstanceOf(InterruptedIOException.class);

    InputStream second = keyboard.listen();
    type("status");
    assertThat(read(second, 6)).isEqualTo("status");
  }

  @Test
  void theEndIsThatOfAllSessions() throws Exception {
    InputStream first = keyboard.listen();
    type("x");
    keys.close();
    assertThat(read(first, 2)).isEqualTo("x");
    assertThat(first.read()).isEqualTo(-1);
    assertThat(keyboard.listen().read()).isEqualTo(-1);
  }
}
