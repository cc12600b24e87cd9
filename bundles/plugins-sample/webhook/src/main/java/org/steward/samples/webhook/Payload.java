package org.steward.samples.webhook;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.ProcessCommunication;
import org.steward.api.event.SupervisorEvent.ProcessGroupChanged;
import org.steward.api.event.SupervisorEvent.ProcessLog;
import org.steward.api.event.SupervisorEvent.ProcessStateChanged;
import org.steward.api.event.SupervisorEvent.RemoteCommunication;
import org.steward.api.event.SupervisorEvent.SupervisorStateChanged;
import org.steward.api.event.SupervisorEvent.Tick;
import org.steward.api.process.ProcessId;

/**
 * An event as JSON: {@code event}, {@code server} and {@code time}; what Supervisor's own payload
 * has, under its names; and {@code text} for people, which is what chat systems show.
 */
final class Payload {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private final Map<String, Object> members = new LinkedHashMap<>();

  private Payload() {}

  static String of(SupervisorEvent event, String server, Instant time) {
    Payload payload =
        new Payload()
            .with("event", event.type().name())
            .with("server", server)
            .with("time", time.toString());
    return GSON.toJson(payload.fill(event).members);
  }

  private Payload fill(SupervisorEvent event) {
    return switch (event) {
      case ProcessStateChanged change -> state(change);
      case ProcessLog log ->
          output(log.id(), log.pid(), log.stream().label(), log.data()).text(log.id(), "wrote");
      case ProcessCommunication told ->
          output(told.id(), told.pid(), told.stream().label(), told.data()).text(told.id(), "told");
      case RemoteCommunication told ->
          with("type", told.kind()).with("data", told.data()).with("text", told.data());
      case SupervisorStateChanged change ->
          with("text", change.running() ? "supervisor is running" : "supervisor is stopping");
      case Tick tick -> with("when", tick.when()).with("text", "tick");
      case ProcessGroupChanged change ->
          with("groupname", change.group())
              .with("text", change.group() + (change.added() ? " was added" : " was removed"));
    };
  }

  private Payload state(ProcessStateChanged change) {
    String how =
        switch (change.to()) {
          case EXITED -> change.expected() ? "exited as expected" : "exited unexpectedly";
          case STOPPED, STARTING, RUNNING, BACKOFF, STOPPING, FATAL, UNKNOWN ->
              "is " + change.to().name();
        };
    return process(change.id(), change.pid())
        .with("from_state", change.from().name())
        .with("to_state", change.to().name())
        .with("tries", change.tries())
        .with("expected", change.expected())
        .text(change.id(), how);
  }

  private Payload output(ProcessId id, int pid, String channel, byte[] data) {
    return process(id, pid)
        .with("channel", channel)
        .with("data", new String(data, StandardCharsets.UTF_8));
  }

  private Payload process(ProcessId id, int pid) {
    return with("processname", id.name()).with("groupname", id.group()).with("pid", pid);
  }

  private Payload text(ProcessId id, String what) {
    Object data = members.get("data");
    return with("text", id.displayName() + " " + what + (data == null ? "" : ": " + data));
  }

  private Payload with(String name, Object value) {
    members.put(name, value);
    return this;
  }
}
