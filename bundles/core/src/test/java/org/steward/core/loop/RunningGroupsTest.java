package org.steward.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.api.control.Fault;
import org.steward.api.event.EventType;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.ProcessGroupChanged;
import org.steward.api.process.ProcessState;
import org.steward.core.config.GroupConfig;
import org.steward.core.config.SocketConfig;
import org.steward.core.process.Configs;

/** Groups that come and go, and what belongs to a group. */
class RunningGroupsTest {
  @RegisterExtension final LoopHarness harness = new LoopHarness();

  @Test
  void theConfiguredGroupsAreToldOfBeforeTheSupervisorRunsAndItsProgramsStart() {
    LoopHarness fresh =
        new LoopHarness(
            new GroupConfig.Programs("a", 1, List.of(Configs.program("a").build())),
            new GroupConfig.Programs("b", 2, List.of(Configs.program("b").build())));
    fresh.until(() -> fresh.state("b") == ProcessState.RUNNING);
    assertThat(fresh.events.stream().map(SupervisorEvent::type).limit(5))
        .containsExactly(
            EventType.PROCESS_GROUP_ADDED,
            EventType.PROCESS_GROUP_ADDED,
            EventType.SUPERVISOR_STATE_CHANGE_RUNNING,
            EventType.PROCESS_STATE_STARTING,
            EventType.PROCESS_STATE_STARTING);
  }

  @Test
  void aPoolIsToldOfTheGroupsThatComeAfterIt() {
    LoopHarness fresh =
        new LoopHarness(
            new GroupConfig.Programs("a", -2, List.of(Configs.program("a").build())),
            new GroupConfig.ListenerPool(
                "pool",
                -1,
                List.of(Configs.process("pool", "l").build()),
                10,
                Set.of(EventType.EVENT),
                null,
                false),
            new GroupConfig.Programs("b", 1, List.of(Configs.program("b").build())));
    fresh.until(() -> fresh.state("b") == ProcessState.RUNNING);
    assertThat(fresh.listeners.missed.get("pool"))
        .containsExactly(new ProcessGroupChanged("a", true));
    assertThat(fresh.events.stream().limit(3))
        .containsExactly(
            new ProcessGroupChanged("a", true),
            new ProcessGroupChanged("pool", true),
            new ProcessGroupChanged("b", true));
  }

  @Test
  void aGroupIsRemovedOnlyOnceItIsStopped() {
    harness.add(Configs.program("cat").build());
    harness.until(() -> harness.state("cat") == ProcessState.RUNNING);
    var refused = harness.remove("cat");
    harness.until(() -> refused.given);
    assertThat(refused.fault().fault()).isEqualTo(Fault.STILL_RUNNING);
    var stop = harness.stop(new Selection.All(), true);
    harness.until(() -> stop.given);
    var removed = harness.remove("cat");
    harness.until(() -> removed.given);
    assertThat(removed.failure).isNull();
    assertThat(harness.loop.handle().snapshot().group("cat")).isEmpty();
    assertThat(harness.events.getLast().type()).isEqualTo(EventType.PROCESS_GROUP_REMOVED);
  }

  @Test
  void theSocketOfAFastCgiGroupIsOpenWhileAnyOfItsProcessesRuns() {
    harness.add(
        new GroupConfig.FastCgi(
            "fcgi",
            999,
            List.of(Configs.process("fcgi", "a").build(), Configs.process("fcgi", "b").build()),
            new SocketConfig.Tcp("localhost", 9002, null)));
    harness.until(() -> harness.stateOf("fcgi", "b") == ProcessState.RUNNING);
    var stop = harness.stop(new Selection.Group("fcgi"), true);
    harness.until(() -> stop.given);
    assertThat(harness.log.lines.stream().filter(line -> line.contains("socket")))
        .containsExactly(
            "INFO Creating socket tcp://localhost:9002",
            "INFO Closing socket tcp://localhost:9002");
  }
}
