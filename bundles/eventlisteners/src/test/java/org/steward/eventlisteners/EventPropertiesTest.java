package org.steward.eventlisteners;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.steward.api.event.EventTopics;
import org.steward.api.event.EventType;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.ProcessGroupChanged;
import org.steward.api.event.SupervisorEvent.ProcessLog;
import org.steward.api.event.SupervisorEvent.ProcessStateChanged;
import org.steward.api.event.SupervisorEvent.RemoteCommunication;
import org.steward.api.event.SupervisorEvent.SupervisorStateChanged;
import org.steward.api.event.SupervisorEvent.Tick;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;

class EventPropertiesTest {
  private static final ProcessId ID = new ProcessId("group", "name");

  @Test
  void topicsFollowTheHierarchyOfTypes() {
    assertThat(EventTopics.of(EventType.PROCESS_STATE_RUNNING))
        .isEqualTo("org/steward/PROCESS_STATE/RUNNING");
    assertThat(EventTopics.of(EventType.SUPERVISOR_STATE_CHANGE_STOPPING))
        .isEqualTo("org/steward/SUPERVISOR_STATE_CHANGE/STOPPING");
    assertThat(EventTopics.of(EventType.REMOTE_COMMUNICATION))
        .isEqualTo("org/steward/REMOTE_COMMUNICATION");
    assertThat(EventTopics.of(EventType.TICK_3600)).isEqualTo("org/steward/TICK/3600");
    assertThat(EventTopics.of(EventType.EVENT)).isEqualTo("org/steward/EVENT");
  }

  @Test
  void propertiesAreThoseOfThePayload() {
    SupervisorEvent exit =
        new ProcessStateChanged(ID, ProcessState.RUNNING, ProcessState.EXITED, 7, 0, true);
    assertThat(EventProperties.of(exit))
        .hasSize(6)
        .containsEntry("event", exit)
        .containsEntry("processname", "name")
        .containsEntry("groupname", "group")
        .containsEntry("from_state", "RUNNING")
        .containsEntry("expected", true)
        .containsEntry("pid", 7);
    byte[] data = {1};
    assertThat(EventProperties.of(new ProcessLog(ID, 7, LogStream.STDERR, data)))
        .containsEntry("channel", "stderr")
        .containsEntry("data", data)
        .containsEntry("pid", 7);
    assertThat(EventProperties.of(new RemoteCommunication("kind", "words")))
        .containsEntry("type", "kind")
        .containsEntry("data", "words");
    assertThat(EventProperties.of(new Tick(5, 60))).containsEntry("when", 60L);
    assertThat(EventProperties.of(new ProcessGroupChanged("g", true)))
        .containsEntry("groupname", "g");
    assertThat(EventProperties.of(new SupervisorStateChanged(true))).containsOnlyKeys("event");
  }
}
