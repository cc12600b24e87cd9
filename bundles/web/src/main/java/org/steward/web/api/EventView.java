package org.steward.web.api;

import org.jspecify.annotations.Nullable;
import org.steward.api.control.Supervisor;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.ProcessGroupChanged;
import org.steward.api.event.SupervisorEvent.ProcessStateChanged;
import org.steward.api.event.SupervisorEvent.RemoteCommunication;
import org.steward.web.live.RecentEvents;

@Doc("Something that happened.")
record EventView(
    @Doc("Its place among all events since the daemon's start.") long number,
    @Doc("When, in milliseconds of the epoch.") long at,
    @Doc("Its type, named as Supervisor's event listeners know it.") String type,
    @Doc(value = "The process it is about, as group:name.", optional = true)
        @Nullable String process,
    @Doc(value = "The state a process left.", optional = true) @Nullable String from,
    @Doc(value = "The state a process entered.", optional = true) @Nullable String to,
    @Doc(value = "The process's id at that moment, 0 if none.", optional = true)
        @Nullable Integer pid,
    @Doc(value = "How often its start was tried again, for STARTING and BACKOFF.", optional = true)
        @Nullable Integer tries,
    @Doc(value = "Whether an exit was expected, for EXITED.", optional = true)
        @Nullable Boolean expected,
    @Doc(value = "How the process's run ended, where it did.", optional = true)
        @Nullable String detail,
    @Doc(value = "The group that was added or removed.", optional = true) @Nullable String group,
    @Doc(value = "A client's own type of event.", optional = true) @Nullable String kind,
    @Doc(value = "What that client sent.", optional = true) @Nullable String data,
    @Doc(value = "The process as it is now; only in the stream, while it exists.", optional = true)
        @Nullable ProcessView current) {

  static EventView of(RecentEvents.Entry entry) {
    Builder builder = new Builder(entry);
    return switch (entry.event()) {
      case ProcessStateChanged change -> builder.process(change, null);
      case ProcessGroupChanged change -> builder.group(change.group());
      case RemoteCommunication sent -> builder.sent(sent);
      case SupervisorEvent other -> builder.plain();
    };
  }

  /**
   * With the process as it is now.
   *
   * @param now when that is
   */
  static EventView of(RecentEvents.Entry entry, Supervisor supervisor, Now now) {
    return entry.event() instanceof ProcessStateChanged change
        ? new Builder(entry)
            .process(
                change,
                supervisor
                    .snapshot()
                    .process(change.id())
                    .map(process -> ProcessView.of(process, now))
                    .orElse(null))
        : of(entry);
  }

  private record Builder(RecentEvents.Entry entry) {
    EventView process(ProcessStateChanged change, @Nullable ProcessView current) {
      return new EventView(
          entry.number(),
          entry.at(),
          entry.event().type().name(),
          change.id().qualifiedName(),
          change.from().name(),
          change.to().name(),
          change.pid(),
          change.tries(),
          change.expected(),
          entry.detail(),
          null,
          null,
          null,
          current);
    }

    EventView group(String group) {
      return view(group, null, null);
    }

    EventView sent(RemoteCommunication sent) {
      return view(null, sent.kind(), sent.data());
    }

    EventView plain() {
      return view(null, null, null);
    }

    private EventView view(@Nullable String group, @Nullable String kind, @Nullable String data) {
      return new EventView(
          entry.number(),
          entry.at(),
          entry.event().type().name(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          group,
          kind,
          data,
          null);
    }
  }
}
