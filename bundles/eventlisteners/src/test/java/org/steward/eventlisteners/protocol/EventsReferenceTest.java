package org.steward.eventlisteners.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.steward.api.event.EventTopics;
import org.steward.api.event.EventType;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.ProcessCommunication;
import org.steward.api.event.SupervisorEvent.ProcessGroupChanged;
import org.steward.api.event.SupervisorEvent.ProcessLog;
import org.steward.api.event.SupervisorEvent.ProcessStateChanged;
import org.steward.api.event.SupervisorEvent.RemoteCommunication;
import org.steward.api.event.SupervisorEvent.SupervisorStateChanged;
import org.steward.api.event.SupervisorEvent.Tick;
import org.steward.api.process.LogStream;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;

/** The table of types in the reference is written from the code; this says when it is stale. */
class EventsReferenceTest {
  private static final String WRITE = "steward.docs.write";
  private static final Path PAGE = Path.of("../../docs/reference/events.md");
  private static final String BEGIN = "<!-- types -->\n";
  private static final String END = "<!-- end of types -->\n";

  /** One event of each type that is ever sent. */
  private static final Map<EventType, SupervisorEvent> EXAMPLES = examples();

  private static Map<EventType, SupervisorEvent> examples() {
    Map<EventType, SupervisorEvent> examples = new EnumMap<>(EventType.class);
    ProcessId id = new ProcessId("group", "name");
    for (ProcessState state : ProcessState.values()) {
      add(examples, new ProcessStateChanged(id, before(state), state, 4711, 1, true));
    }
    byte[] data = "data".getBytes(StandardCharsets.US_ASCII);
    for (LogStream stream : LogStream.values()) {
      add(examples, new ProcessLog(id, 4711, stream, data));
      add(examples, new ProcessCommunication(id, 4711, stream, data));
    }
    add(examples, new RemoteCommunication("type", "data"));
    add(examples, new SupervisorStateChanged(true));
    add(examples, new SupervisorStateChanged(false));
    for (int period : new int[] {5, 60, 3600}) {
      add(examples, new Tick(period, 1795446000));
    }
    add(examples, new ProcessGroupChanged("group", true));
    add(examples, new ProcessGroupChanged("group", false));
    return examples;
  }

  private static void add(Map<EventType, SupervisorEvent> examples, SupervisorEvent event) {
    examples.put(event.type(), event);
  }

  private static ProcessState before(ProcessState state) {
    return switch (state) {
      case STARTING -> ProcessState.STOPPED;
      case RUNNING, BACKOFF -> ProcessState.STARTING;
      case FATAL -> ProcessState.BACKOFF;
      case STOPPED, UNKNOWN -> ProcessState.STOPPING;
      case STOPPING, EXITED -> ProcessState.RUNNING;
    };
  }

  @Test
  void thePageSaysWhatTheCodeSays() throws IOException {
    String page = Files.readString(PAGE);
    String written =
        page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
            + table()
            + page.substring(page.indexOf(END));
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, written);
    }
    assertThat(PAGE)
        .as(
            "stale: write it with mvn -pl bundles/eventlisteners -am test"
                + " -Dtest=EventsReferenceTest -Dsurefire.failIfNoSpecifiedTests=false -D"
                + WRITE
                + "=true")
        .hasContent(written);
  }

  @Test
  void everyTypeHasTypesBelowItOrIsSent() {
    List<EventType> parents = Arrays.stream(EventType.values()).map(EventType::parent).toList();
    assertThat(EventType.values())
        .allMatch(type -> parents.contains(type) != EXAMPLES.containsKey(type));
  }

  private static String table() {
    return "| type | payload | Event Admin topic |\n|---|---|---|\n"
        + Arrays.stream(EventType.values())
            .map(EventsReferenceTest::row)
            .collect(Collectors.joining());
  }

  private static String row(EventType type) {
    SupervisorEvent example = EXAMPLES.get(type);
    String topic = EventTopics.of(type);
    if (example == null) {
      String all = type == EventType.EVENT ? EventTopics.PREFIX : topic + "/";
      return "| %s**`%s`** | all below | `%s*` |\n".formatted(indent(type), type, all);
    }
    String payload = new String(Payload.of(example).bytes(), StandardCharsets.UTF_8);
    String shown = payload.isEmpty() ? "none" : "`" + payload.replace("\n", "` ↵ `") + "`";
    return "| %s`%s` | %s | `%s` |\n"
        .formatted(indent(type), type, shown.replace(" ``", ""), topic);
  }

  private static String indent(EventType type) {
    EventType parent = type.parent();
    return parent == null ? "" : "&emsp;" + indent(parent);
  }
}
