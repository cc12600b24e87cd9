package org.steward.core.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.steward.core.config.LogTarget;
import org.steward.core.config.StreamConfig;
import org.steward.core.output.OutputBench.FakeChild;
import org.steward.core.posix.Errno;

class SyslogTest {
  private static final String HEAD = "<14>Jan  1 00:00:00 supervisord: cat ";

  private final OutputBench bench = new OutputBench();
  private final FakeChild child =
      bench.child("/log/cat.log", new StreamConfig(new LogTarget.Auto(), 0, 0, 0, false, true));

  @Test
  void eachLineIsAMessageAndTheFileGetsItToo() {
    child.prints("one\ntwo\n");
    assertThat(sent()).containsExactly(HEAD + "one", HEAD + "two");
    assertThat(bench.file("/log/cat.log")).isEqualTo("one\ntwo\n");
  }

  @Test
  void lineTornApartIsOneMessage() {
    child.prints("o");
    child.prints("ne\ntw");
    assertThat(sent()).containsExactly(HEAD + "one");
    child.drains();
    assertThat(sent()).containsExactly(HEAD + "one", HEAD + "tw");
  }

  @Test
  void blankLinesBetweenOthersAreSentAndThoseAtTheEndAreNot() {
    child.prints("one\n\ntwo\n\n\n");
    child.prints("\n\n");
    child.prints("\nthree\n");
    assertThat(sent())
        .containsExactly(HEAD + "one", HEAD, HEAD + "two", HEAD, HEAD, HEAD + "three");
  }

  @Test
  void endlessLineIsCut() {
    child.prints("x".repeat(20_000));
    assertThat(sent()).hasSize(2).allMatch(message -> message.length() == 8192 + HEAD.length());
  }

  @Test
  void syslogThatWasRestartedIsConnectedAnew() {
    child.prints("one\n");
    child.puts("two\n");
    bench.kernel.failNext("write", 0); // that of the log file
    bench.kernel.failNext("write", Errno.ECONNREFUSED);
    bench.settle();
    assertThat(sent()).containsExactly(HEAD + "one", HEAD + "two");
  }

  @Test
  void messagesWithoutSyslogAreLostAndCountedAndNobodyWaits() {
    bench.kernel.failNext("connectDatagram", Errno.ENOENT);
    child.prints("one\ntwo\nthree\n");
    bench.advance(Duration.ofSeconds(1));
    child.prints("four\n");
    assertThat(sent()).hasSize(1);
    assertThat(bench.activity())
        .containsOnlyOnce("ERRO cannot send to syslog: ENOENT; messages are lost")
        .containsOnlyOnce("WARN syslog takes messages again: 3 lost");
  }

  private List<String> sent() {
    return bench.kernel.datagrams("/dev/log");
  }
}
