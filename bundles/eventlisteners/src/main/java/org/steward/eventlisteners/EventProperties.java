package org.steward.eventlisteners;

import java.util.HashMap;
import java.util.Map;
import org.steward.api.event.EventTopics;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.ProcessCommunication;
import org.steward.api.event.SupervisorEvent.ProcessGroupChanged;
import org.steward.api.event.SupervisorEvent.ProcessLog;
import org.steward.api.event.SupervisorEvent.ProcessStateChanged;
import org.steward.api.event.SupervisorEvent.RemoteCommunication;
import org.steward.api.event.SupervisorEvent.SupervisorStateChanged;
import org.steward.api.event.SupervisorEvent.Tick;
import org.steward.api.process.ProcessId;

/** An event as flat properties, under the names it has in the payload for listeners. */
final class EventProperties {
  private final Map<String, Object> properties = new HashMap<>();

  private EventProperties() {}

  static Map<String, Object> of(SupervisorEvent event) {
    return new EventProperties().with(EventTopics.EVENT, event).fill(event).properties;
  }

  private EventProperties fill(SupervisorEvent event) {
    return switch (event) {
      case ProcessStateChanged change -> state(change);
      case ProcessLog log ->
          process(log.id(), log.pid())
              .with("channel", log.stream().label())
              .with("data", log.data());
      case ProcessCommunication told ->
          process(told.id(), told.pid())
              .with("channel", told.stream().label())
              .with("data", told.data());
      case RemoteCommunication told -> with("type", told.kind()).with("data", told.data());
      case SupervisorStateChanged change -> this;
      case Tick tick -> with("when", tick.when());
      case ProcessGroupChanged change -> with("groupname", change.group());
    };
  }

  private EventProperties state(ProcessStateChanged change) {
    names(change.id()).with("from_state", change.from().name());
    return switch (change.to()) {
      case STARTING, BACKOFF -> with("tries", change.tries());
      case RUNNING, STOPPING, STOPPED -> with("pid", change.pid());
      case EXITED -> with("expected", change.expected()).with("pid", change.pid());
      case FATAL, UNKNOWN -> this;
    };
  }

  private EventProperties process(ProcessId id, int pid) {
    return names(id).with("pid", pid);
  }

  private EventProperties names(ProcessId id) {
    return with("processname", id.name()).with("groupname", id.group());
  }

  private EventProperties with(String name, Object value) {
    properties.put(name, value);
    return this;
  }
}
