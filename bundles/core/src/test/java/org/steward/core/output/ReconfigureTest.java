package org.steward.core.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.steward.api.event.SupervisorEvent.ProcessCommunication;
import org.steward.api.event.SupervisorEvent.ProcessLog;
import org.steward.api.process.ProcessId;
import org.steward.core.config.OutputConfig;
import org.steward.core.config.StreamConfig;
import org.steward.core.output.OutputBench.FakeChild;
import org.steward.core.posix.Errno;

/**
 * What a running child writes goes where the changed configuration says, and none of it is lost.
 */
class ReconfigureTest {
  private static final String OLD = "/log/old";
  private static final String NEW = "/log/new";

  private final OutputBench bench = new OutputBench();

  @AfterEach
  void noDescriptorWasMisused() {
    assertThat(bench.kernel.misuses()).isEmpty();
  }

  @Test
  void outputGoesToAnotherFileFromTheChangeOn() {
    FakeChild child = bench.child(OLD, OutputBench.PLAIN);
    child.prints("before");
    turnTo(child, NEW, OutputBench.PLAIN);
    child.prints("after");
    assertThat(bench.file(OLD)).isEqualTo("before");
    assertThat(bench.file(NEW)).isEqualTo("after");
    assertThat(bench.kernel.openDescriptors().values()).noneMatch(file -> file.contains(OLD));
  }

  @Test
  void outputIsNoLongerKeptAndKeptAgain() {
    FakeChild child = bench.child(OLD, OutputBench.PLAIN);
    turnTo(child, null, OutputBench.PLAIN);
    child.prints("lost");
    turnTo(child, OLD, OutputBench.PLAIN);
    child.prints("kept");
    assertThat(bench.file(OLD)).isEqualTo("kept");
  }

  @Test
  void theRuleOfRotationIsTheNewOne() {
    FakeChild child = bench.child(OLD, OutputBench.PLAIN);
    child.prints("0123456789");
    turnTo(child, OLD, OutputBench.stream(5, 1));
    child.prints("x");
    assertThat(bench.file(OLD)).isEmpty();
    assertThat(bench.file(OLD + ".1")).isEqualTo("0123456789x");
  }

  @Test
  void eventsBeginAndCarryThePid() {
    FakeChild child = bench.child(OLD, OutputBench.PLAIN);
    child.prints("silent");
    turnTo(child, OLD, OutputBench.capturing(0, true));
    child.prints("told");
    assertThat(bench.events)
        .singleElement()
        .isInstanceOfSatisfying(
            ProcessLog.class,
            event -> {
              assertThat(event.pid()).isEqualTo(77);
              assertThat(event.data()).asString().isEqualTo("told");
            });
    turnTo(child, OLD, OutputBench.PLAIN);
    child.prints("silent again");
    assertThat(bench.events).hasSize(1);
    assertThat(bench.file(OLD)).isEqualTo("silenttoldsilent again");
  }

  @Test
  void eventsThatWaitForRoomStayInOrder() {
    FakeChild child = bench.child(OLD, OutputBench.capturing(0, true));
    bench.roomForEvents = false;
    child.prints("one");
    turnTo(child, NEW, OutputBench.capturing(0, true));
    bench.roomForEvents = true;
    bench.advance(java.time.Duration.ofMillis(20));
    child.prints("two");
    assertThat(bench.events)
        .extracting(event -> new String(((ProcessLog) event).data()))
        .containsExactly("one", "two");
  }

  @Test
  void whatIsBeingCapturedBecomesOutputOfTheOldWay() {
    FakeChild child = bench.child(OLD, OutputBench.capturing(100, false));
    child.prints("<!--XSUPERVISOR:BEGIN-->half");
    turnTo(child, OLD, OutputBench.capturing(200, false));
    child.prints("<!--XSUPERVISOR:BEGIN-->whole<!--XSUPERVISOR:END-->");
    assertThat(bench.file(OLD)).isEqualTo("half");
    assertThat(bench.events)
        .singleElement()
        .isInstanceOfSatisfying(
            ProcessCommunication.class,
            event -> assertThat(event.data()).asString().isEqualTo("whole"));
  }

  @Test
  void aNewLogThatCannotBeOpenedLeavesTheOldOne() {
    FakeChild child = bench.child(OLD, OutputBench.PLAIN);
    bench.kernel.failNext("open", Errno.EACCES);
    turnTo(child, NEW, OutputBench.PLAIN);
    child.prints("kept");
    assertThat(bench.file(OLD)).isEqualTo("kept");
    assertThat(bench.activity()).contains("cannot open the new log of stdout of 'cat'", NEW);
  }

  @Test
  void outputThatWaitsForAFullDiskIsWrittenToTheOldLog() {
    FakeChild child = bench.child(OLD, OutputBench.PLAIN);
    child.printsInto(Errno.ENOSPC, "waits");
    turnTo(child, NEW, OutputBench.PLAIN);
    bench.advance(java.time.Duration.ofSeconds(2));
    child.prints("later");
    assertThat(bench.file(OLD)).isEqualTo("waits");
    assertThat(bench.file(NEW)).isEqualTo("later");
  }

  private void turnTo(FakeChild child, @Nullable String log, StreamConfig config) {
    bench.loop.reconfigure(
        new ChildOutput(
            child.token,
            new ProcessId("cat", "cat"),
            new ChildLogs(log, null),
            new OutputConfig(config, OutputBench.PLAIN, true),
            false));
    bench.settle();
  }
}
