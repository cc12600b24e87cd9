package org.steward.samples.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.ProcessLog;
import org.steward.api.event.SupervisorEvent.ProcessStateChanged;
import org.steward.api.event.SupervisorEvent.RemoteCommunication;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;

class PayloadTest {
  private static final ProcessId ID = new ProcessId("web", "a");

  private static String json(SupervisorEvent event) {
    return Payload.of(event, "box", Instant.EPOCH);
  }

  @Test
  void aChangeOfStateHasSupervisorsNames() {
    assertThat(
            json(
                new ProcessStateChanged(
                    ID, ProcessState.RUNNING, ProcessState.EXITED, 7, 0, false)))
        .isEqualTo(
            "{\"event\":\"PROCESS_STATE_EXITED\",\"server\":\"box\","
                + "\"time\":\"1970-01-01T00:00:00Z\",\"processname\":\"a\",\"groupname\":\"web\","
                + "\"pid\":7,\"from_state\":\"RUNNING\",\"to_state\":\"EXITED\",\"tries\":0,"
                + "\"expected\":false,\"text\":\"web:a exited unexpectedly\"}");
  }

  @Test
  void outputIsEscaped() {
    byte[] data = "a \"b\"\n\u00e4".getBytes(StandardCharsets.UTF_8);
    assertThat(json(new ProcessLog(ID, 7, LogStream.STDERR, data)))
        .contains("\"channel\":\"stderr\",\"data\":\"a \\\"b\\\"\\n\u00e4\"")
        .contains("\"text\":\"web:a wrote: a \\\"b\\\"");
  }

  @Test
  void whatAClientSentIsPassedOn() {
    assertThat(json(new RemoteCommunication("deploy", "v2 is out")))
        .contains("\"type\":\"deploy\",\"data\":\"v2 is out\",\"text\":\"v2 is out\"");
  }
}
