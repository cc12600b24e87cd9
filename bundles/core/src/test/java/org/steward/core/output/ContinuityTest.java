package org.steward.core.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.steward.api.event.SupervisorEvent.ProcessCommunication;
import org.steward.api.event.SupervisorEvent.ProcessLog;
import org.steward.core.config.LogLevel;
import org.steward.core.config.LogTarget;
import org.steward.core.config.StreamConfig;
import org.steward.core.output.OutputBench.FakeChild;
import org.steward.core.posix.testing.FakePosix;

/** Another program takes the daemon's place while children write. */
class ContinuityTest {
  private static final String LOG = "/log/cat.log";
  private static final String BEGIN = "<!--XSUPERVISOR:BEGIN-->";
  private static final String END = "<!--XSUPERVISOR:END-->";

  private OutputBench bench = new OutputBench();

  @AfterEach
  void theKernelWasUsedSoundly() {
    assertThat(bench.kernel.misuses()).isEmpty();
  }

  @Test
  void whatWasNotReadBeforeIsReadAfter() {
    FakeChild child = bench.child(LOG, OutputBench.PLAIN);
    child.prints("one ");
    child.puts("two ");
    bench.replace();
    child.prints("three");
    assertThat(bench.file(LOG)).isEqualTo("one two three");
    child.drains();
    assertThat(bench.notices).endsWith("drained 1");
    assertThat(child.pipeOpen()).isFalse();
  }

  @Test
  void captureGoesOnWhereverItWasTornApart() {
    String text = "a" + BEGIN + "parcel" + END + "b";
    for (int cut = 0; cut <= text.length(); cut++) {
      bench = new OutputBench();
      FakeChild child = bench.child(LOG, OutputBench.capturing(100, false));
      child.prints(text.substring(0, cut));
      bench.replace();
      child.prints(text.substring(cut));
      assertThat(bench.file(LOG)).as("cut at %d", cut).isEqualTo("ab");
      assertThat(bench.events).hasSize(1);
      assertThat(((ProcessCommunication) bench.events.getFirst()).data())
          .isEqualTo(OutputBench.bytes("parcel"));
    }
  }

  @Test
  void escapeSequencesAreRemovedWhereverTheyWereTornApart() {
    String text = "a\33[1;31mb\33x";
    for (int cut = 0; cut <= text.length(); cut++) {
      bench = new OutputBench(OutputBench.settings(LogLevel.INFO, false, true));
      FakeChild child = bench.child(LOG, OutputBench.PLAIN);
      child.prints(text.substring(0, cut));
      bench.replace();
      child.prints(text.substring(cut));
      assertThat(bench.file(LOG)).as("cut at %d", cut).isEqualTo("ab\33x");
    }
  }

  @Test
  void unfinishedLinesForSyslogAreFinished() {
    StreamConfig config = new StreamConfig(new LogTarget.Auto(), 0, 0, 0, false, true);
    FakeChild child = bench.child(LOG, config);
    child.prints("half a ");
    bench.replace();
    child.prints("line\n");
    assertThat(bench.kernel.datagrams("/dev/log")).hasSize(1);
    assertThat(bench.kernel.datagrams("/dev/log").getFirst()).endsWith("cat half a line");
  }

  @Test
  void eventsNobodyHadRoomForAreOfferedAgain() {
    FakeChild child = bench.child(LOG, OutputBench.capturing(0, true));
    bench.roomForEvents = false;
    child.prints("hello");
    child.drains();
    bench.replace();
    bench.roomForEvents = true;
    bench.advance(Duration.ofMillis(20));
    assertThat(bench.events)
        .singleElement()
        .isInstanceOfSatisfying(
            ProcessLog.class,
            log -> assertThat(new String(log.data(), StandardCharsets.UTF_8)).isEqualTo("hello"));
    child.drains();
    assertThat(bench.notices).contains("drained 1");
  }

  @Test
  void whatAFullDiskDidNotTakeIsWrittenFirst() {
    FakeChild child = bench.child(LOG, OutputBench.PLAIN);
    child.prints("one ");
    bench.kernel.setDiskSpace(0);
    child.prints("two ");
    bench.replace();
    child.puts("three");
    bench.kernel.setDiskSpace(1000);
    bench.advance(Duration.ofSeconds(2));
    assertThat(bench.file(LOG)).isEqualTo("one two three");
  }

  @Test
  void whatLiesInAFifoNobodyReadsYetStaysThere() {
    bench =
        new OutputBench(
            OutputBench.settings(LogLevel.INFO, false, false),
            (FakePosix kernel) -> kernel.putFifo(LOG));
    FakeChild child = bench.child(LOG, OutputBench.PLAIN);
    child.prints("one ");
    int open = bench.kernel.openDescriptors().size();
    bench.replace();
    child.prints("two");
    assertThat(new String(bench.kernel.readFifo(LOG, 100), StandardCharsets.UTF_8))
        .isEqualTo("one two");
    assertThat(bench.kernel.openDescriptors()).hasSize(open);
  }

  @Test
  void preparedChildrenWithoutAProcessAreForgotten() {
    bench.loop.prepare(
        new ChildOutput(
            9,
            new org.steward.api.process.ProcessId("x", "x"),
            new ChildLogs(LOG, null),
            new org.steward.core.config.OutputConfig(OutputBench.PLAIN, OutputBench.PLAIN, true),
            false));
    bench.settle();
    bench.replace();
    assertThat(bench.notices).isEqualTo(List.of("prepared 9 0 null"));
  }
}
