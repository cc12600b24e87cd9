package org.steward.core.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.api.process.ProcessId;
import org.steward.core.config.LogLevel;
import org.steward.core.config.OutputConfig;
import org.steward.core.journal.Journal;
import org.steward.core.posix.Errno;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Pipe;
import org.steward.core.posix.testing.FakePosix;
import org.steward.core.posix.testing.ManualClock;

/** A daemon is killed while output is on its way, and the next one brings it to its log. */
class TransitTest {
  private static final String LOG = "/log/cat";
  private static final Path STATE = Path.of("/state");
  private static final int KILLS = 40;

  private final ManualClock clock = new ManualClock();
  private final FakePosix kernel = new FakePosix(clock);
  private final NativeBuffer buffer = NativeBuffer.onHeap(1 << 17);
  private final List<String> complaints = new ArrayList<>();
  private Pipe pipe;
  private OutputLoop loop;
  private OutputRoom room;

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1000, 65536})
  void whereverItIsKilledEachByteIsInTheLogOrInThePipe(int length) {
    for (int n = 1; n <= KILLS; n++) {
      TransitTest story = new TransitTest();
      story.start();
      story.puts("before");
      story.settle();
      String text = "0123456789abcdefg".repeat(length).substring(0, length);
      story.puts(text);
      story.killedAt(n);
      story.next();
      assertThat(story.logged() + story.inPipe()).as("kill " + n).isEqualTo("before" + text);
      assertThat(story.complaints).isEmpty();
    }
  }

  /** The first kill that finds some of it written comes before the daemon knows of the rest. */
  @Test
  void ofAWriteThatWasCutShortTheRestIsWritten() {
    String logged = "";
    for (int n = 1; n <= KILLS && !logged.startsWith("0123"); n++) {
      TransitTest story = new TransitTest();
      story.start();
      story.kernel.setDiskSpace(4);
      story.puts("0123456789");
      story.killedAt(n);
      logged = story.logged();
      if (logged.equals("0123")) {
        story.kernel.setDiskSpace(Long.MAX_VALUE);
        story.next();
        logged = story.logged();
      }
    }
    assertThat(logged).isEqualTo("0123456789");
  }

  @Test
  void aLogThatIsGoneMeanwhileIsSaid() {
    int gone = 0;
    for (int n = 1; n <= KILLS; n++) {
      TransitTest story = new TransitTest();
      story.start();
      story.puts("some text");
      story.killedAt(n);
      if (story.inPipeIsEmpty() && story.logged().isEmpty()) {
        gone++;
        story.kernel.unlink(LOG);
        story.next();
        assertThat(story.complaints)
            .singleElement()
            .asString()
            .contains(LOG, "9 bytes", Errno.name(Errno.ENOENT));
      }
    }
    assertThat(gone).isPositive();
  }

  @Test
  void whatHasArrivedIsNotWrittenAgain() {
    start();
    puts("once");
    settle();
    kernel.replaceDaemon(kept());
    next();
    next();
    assertThat(logged()).isEqualTo("once");
  }

  @Test
  void withoutMemoryThatOutlivesItTheDaemonRunsAndSaysSo() {
    kernel.failNext("mapFile", Errno.EPERM);
    start();
    puts("text");
    settle();
    assertThat(logged()).isEqualTo("text");
    assertThat(complaints).singleElement().asString().contains("/dev/shm/", "a kill");
  }

  @Test
  void aDaemonThatEndsInGoodOrderLeavesNoMemory() {
    Journal journal = Journal.open(kernel, STATE, complaints::add);
    kernel.failNext("unlink", 0);
    kernel.failNext("unlink", Errno.EIO);
    journal.discard();
    assertThat(kernel.forgetFaults()).as("two names were removed").isTrue();
  }

  private void start() {
    Journal journal = Journal.open(kernel, STATE, complaints::add);
    loop =
        new OutputLoop(kernel, clock, OutputBench.settings(LogLevel.INFO, false, false), journal);
    room = loop.room(new OutputBench());
    loop.prepare(
        new ChildOutput(
            1,
            new ProcessId("cat", "cat"),
            new ChildLogs(LOG, null),
            new OutputConfig(OutputBench.PLAIN, OutputBench.PLAIN, true),
            false));
    pipe = kernel.pipe(Pipe.Direction.FROM_CHILD);
    loop.attach(1, 77, pipe.parentEnd(), -1);
    settle();
  }

  private void settle() {
    for (int i = 0; i < 5; i++) {
      turn();
    }
  }

  private void turn() {
    loop.follow(Path.of("/nothing"), () -> {}).close();
    room.turn();
  }

  private void killedAt(int call) {
    kernel.killAtCall(call);
    try {
      settle();
    } catch (FakePosix.KilledError ordered) {
      return;
    } finally {
      kernel.killAtCall(0);
    }
  }

  private void next() {
    kernel.replaceDaemon(kept());
    Journal.open(kernel, STATE, complaints::add);
  }

  private Set<Integer> kept() {
    return Set.of(pipe.parentEnd(), pipe.childEnd());
  }

  private void puts(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    buffer.put(0, bytes, 0, bytes.length);
    assertThat(kernel.write(pipe.childEnd(), buffer, 0, bytes.length)).isEqualTo(bytes.length);
  }

  private String logged() {
    String text = kernel.fileText(LOG);
    return text == null ? "" : text;
  }

  private boolean inPipeIsEmpty() {
    return kernel.available(pipe.parentEnd()) == 0;
  }

  private String inPipe() {
    int count = kernel.read(pipe.parentEnd(), buffer, 0, buffer.capacity());
    return count <= 0 ? "" : new String(buffer.copy(0, count), StandardCharsets.US_ASCII);
  }
}
