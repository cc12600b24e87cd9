package org.steward.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.steward.api.control.ConfigDiff;
import org.steward.api.event.EventType;
import org.steward.api.process.ProcessId;

class GroupDiffTest {
  private static final StartPolicy START = new StartPolicy(999, true, 1, 3);
  private static final RestartPolicy RESTART =
      new RestartPolicy(AutoRestart.UNEXPECTED, List.of(0));
  private static final StopPolicy STOP = new StopPolicy(15, 10, false, false);
  private static final Surroundings SURROUNDINGS =
      new Surroundings(null, null, null, Map.of("A", "1"), null);
  private static final OutputConfig OUTPUT = output(new LogTarget.File("/o"), 1);
  private static final ProcessConfig PROCESS = process("c", START, RESTART, STOP, SURROUNDINGS);
  private static final GroupConfig GROUP = group("g", PROCESS);

  @Test
  void groupsAreToldApartByName() {
    List<GroupConfig> running = List.of(group("a", PROCESS), group("b", PROCESS));
    List<GroupConfig> configured = List.of(group("c", PROCESS), group("b", PROCESS));

    assertThat(GroupDiff.between(running, configured))
        .isEqualTo(new ConfigDiff(List.of("c"), List.of(), List.of("a")));
  }

  static Stream<GroupConfig> different() {
    SocketConfig socket = new SocketConfig.Tcp("h", 1, null);
    return Stream.of(
        new GroupConfig.Programs("g", 1, List.of(PROCESS)),
        new GroupConfig.Programs("g", 999, List.of()),
        new GroupConfig.Programs("g", 999, List.of(PROCESS, PROCESS)),
        new GroupConfig.FastCgi("g", 999, List.of(PROCESS), socket),
        pool(10, EventType.EVENT, null),
        group("g", process("other", START, RESTART, STOP, SURROUNDINGS)),
        group("g", process("c", new StartPolicy(1, true, 1, 3), RESTART, STOP, SURROUNDINGS)),
        group("g", process("c", new StartPolicy(999, false, 1, 3), RESTART, STOP, SURROUNDINGS)),
        group(
            "g",
            process(
                "c",
                START,
                new RestartPolicy(AutoRestart.UNEXPECTED, List.of(0, 2)),
                STOP,
                SURROUNDINGS)),
        group("g", process("c", START, RESTART, new StopPolicy(2, 10, false, false), SURROUNDINGS)),
        group("g", in(new Surroundings(new Account("a", 1, 1, "/"), null, null, Map.of(), null))),
        group("g", in(new Surroundings(null, 1, null, Map.of("A", "1"), null))),
        group("g", in(new Surroundings(null, null, "/", Map.of("A", "1"), null))),
        group("g", in(new Surroundings(null, null, null, Map.of("A", "2"), null))),
        group("g", in(new Surroundings(null, null, null, Map.of("A", "1"), "u"))),
        group("g", writing(output(new LogTarget.File("/p"), 1))),
        group("g", writing(output(new LogTarget.None(), 1))),
        group("g", writing(output(new LogTarget.File("/o"), 2))),
        group("g", writing(new OutputConfig(OUTPUT.stdout(), OUTPUT.stderr(), true))));
  }

  @ParameterizedTest
  @MethodSource("different")
  void whatDiffersIsChanged(GroupConfig configured) {
    assertThat(GroupDiff.between(List.of(GROUP), List.of(configured)).changed())
        .containsExactly("g");
    assertThat(GroupDiff.between(List.of(configured), List.of(GROUP)).changed())
        .containsExactly("g");
  }

  @Test
  void automaticLogsAreTheSameAsAnyOther() {
    GroupConfig auto = group("g", writing(output(new LogTarget.Auto(), 1)));
    assertUnchanged(auto, GROUP);
    assertUnchanged(GROUP, auto);
  }

  @Test
  void ofAUserOnlyTheIdCounts() {
    assertUnchanged(
        group("g", in(new Surroundings(new Account("a", 1, 1, "/"), null, null, Map.of(), null))),
        group("g", in(new Surroundings(new Account("b", 1, 2, "/h"), null, null, Map.of(), null))));
  }

  @Test
  void ofASharedSocketOnlyTheUrlCounts() {
    GroupConfig plain = fastCgi(new SocketConfig.Unix("/s", null, 0700, null));
    GroupConfig other = fastCgi(new SocketConfig.Unix("/s", null, 0777, 5));
    assertUnchanged(plain, other);
    GroupConfig moved = fastCgi(new SocketConfig.Unix("/t", null, 0700, null));
    assertThat(GroupDiff.between(List.of(plain), List.of(moved)).changed()).containsExactly("g");
  }

  @Test
  void everyAttributeOfAPoolCounts() {
    GroupConfig pool = pool(10, EventType.EVENT, null);
    assertUnchanged(pool, pool(10, EventType.EVENT, null));
    for (GroupConfig other :
        List.of(
            pool(11, EventType.EVENT, null),
            pool(10, EventType.TICK, null),
            pool(10, EventType.EVENT, "h"),
            new GroupConfig.ListenerPool(
                "g", 999, List.of(PROCESS), 10, Set.of(EventType.EVENT), null, true))) {
      assertThat(GroupDiff.between(List.of(pool), List.of(other)).changed()).containsExactly("g");
    }
  }

  private static void assertUnchanged(GroupConfig running, GroupConfig configured) {
    assertThat(GroupDiff.between(List.of(running), List.of(configured)))
        .isEqualTo(new ConfigDiff(List.of(), List.of(), List.of()));
  }

  private static GroupConfig group(String name, ProcessConfig process) {
    return new GroupConfig.Programs(name, 999, List.of(process));
  }

  private static GroupConfig fastCgi(SocketConfig socket) {
    return new GroupConfig.FastCgi("g", 999, List.of(PROCESS), socket);
  }

  private static GroupConfig pool(int buffer, EventType event, @Nullable String handler) {
    return new GroupConfig.ListenerPool(
        "g", 999, List.of(PROCESS), buffer, Set.of(event), handler, false);
  }

  private static ProcessConfig process(
      String command,
      StartPolicy start,
      RestartPolicy restart,
      StopPolicy stop,
      Surroundings surroundings) {
    ProcessId id = new ProcessId("g", "p");
    return new ProcessConfig(id, command, start, restart, stop, surroundings, OUTPUT);
  }

  private static ProcessConfig in(Surroundings surroundings) {
    return process("c", START, RESTART, STOP, surroundings);
  }

  private static ProcessConfig writing(OutputConfig output) {
    return new ProcessConfig(PROCESS.id(), "c", START, RESTART, STOP, SURROUNDINGS, output);
  }

  private static OutputConfig output(LogTarget target, int backups) {
    StreamConfig stream = new StreamConfig(target, 0, backups, 0, false, false);
    return new OutputConfig(stream, stream, false);
  }
}
