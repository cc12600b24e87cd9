package org.steward.samples.twiddler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.ProcessCommunication;
import org.steward.api.event.SupervisorEvent.Tick;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;
import org.steward.api.testing.FakeSupervisor;

class StdinWriteHandlerTest {
  private static final SupervisorEvent TOLD =
      new ProcessCommunication(new ProcessId("web", "a"), 7, LogStream.STDOUT, new byte[0]);

  private final FakeSupervisor supervisor = new FakeSupervisor();
  private final StdinWriteHandler handler = new StdinWriteHandler(supervisor);

  private boolean isProcessed(SupervisorEvent event, String result) {
    return handler.isProcessed(event, result.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatFollowsThePrefixIsWrittenToTheProcess() {
    assertThat(isProcessed(TOLD, "STDIN:go on\n")).isTrue();
    assertThat(supervisor.orders()).containsExactly("stdin web:a go on\n");
  }

  @Test
  void aProcessThatTakesNothingCannotBeHelped() {
    supervisor.refuse("stdin web:a x", new SupervisorFault(Fault.NOT_RUNNING));
    assertThat(isProcessed(TOLD, "STDIN:x")).isTrue();
  }

  @Test
  void otherwiseOnlyOkMeansProcessed() {
    assertThat(isProcessed(TOLD, "OK")).isTrue();
    assertThat(isProcessed(TOLD, "FAIL")).isFalse();
    assertThat(isProcessed(TOLD, "")).isFalse();
    assertThat(supervisor.orders()).isEmpty();
  }

  @Test
  void anEventOfNoProcessIsAMistake() {
    assertThatThrownBy(() -> isProcessed(new Tick(5, 5), "STDIN:x"))
        .hasMessage("cannot write to a process: TICK_5 is about none");
  }
}
