package org.steward.eventlisteners.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

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
 * An event as listeners read it after the header line, byte for byte Supervisor's.
 *
 * @param bytes the payload in UTF-8; not to be modified
 * @param characters its length in characters, which is what the header's {@code len} tells by
 *     default
 */
record Payload(byte[] bytes, int characters) {
  /** Renders an event. */
  static Payload of(SupervisorEvent event) {
    return switch (event) {
      case ProcessStateChanged change -> text(state(change));
      case ProcessLog log ->
          data(process(log.id(), log.pid()) + " channel:" + log.stream().label(), log.data());
      case ProcessCommunication told -> data(process(told.id(), told.pid()), told.data());
      case RemoteCommunication told -> text("type:" + told.kind() + "\n" + told.data());
      case SupervisorStateChanged change -> text("");
      case Tick tick -> text("when:" + tick.when());
      case ProcessGroupChanged change -> text("groupname:" + change.group() + "\n");
    };
  }

  private static String state(ProcessStateChanged change) {
    String head = names(change.id()) + " from_state:" + change.from();
    return switch (change.to()) {
      case STARTING, BACKOFF -> head + " tries:" + change.tries();
      case RUNNING, STOPPING, STOPPED -> head + " pid:" + change.pid();
      case EXITED -> head + " expected:" + (change.expected() ? 1 : 0) + " pid:" + change.pid();
      case FATAL, UNKNOWN -> head;
    };
  }

  private static String process(ProcessId id, int pid) {
    return names(id) + " pid:" + pid;
  }

  private static String names(ProcessId id) {
    return "processname:" + id.name() + " groupname:" + id.group();
  }

  /** What a process wrote: as it is where that is UTF-8, else spelled out in ASCII. */
  private static Payload data(String head, byte[] data) {
    int characters = Utf8.characters(data);
    if (characters == Utf8.MALFORMED) {
      return text(head + "\nUndecodable: " + PythonLiteral.of(data));
    }
    Payload first = text(head + "\n");
    byte[] all = new byte[first.bytes.length + data.length];
    System.arraycopy(first.bytes, 0, all, 0, first.bytes.length);
    System.arraycopy(data, 0, all, first.bytes.length, data.length);
    return new Payload(all, first.characters + characters);
  }

  private static Payload text(String text) {
    return new Payload(text.getBytes(UTF_8), text.codePointCount(0, text.length()));
  }
}
