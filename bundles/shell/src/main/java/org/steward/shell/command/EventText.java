package org.steward.shell.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.ProcessCommunication;
import org.steward.api.event.SupervisorEvent.ProcessGroupChanged;
import org.steward.api.event.SupervisorEvent.ProcessLog;
import org.steward.api.event.SupervisorEvent.ProcessStateChanged;
import org.steward.api.event.SupervisorEvent.RemoteCommunication;
import org.steward.api.event.SupervisorEvent.SupervisorStateChanged;
import org.steward.api.event.SupervisorEvent.Tick;

/** An event's particulars on one line. */
final class EventText {
  private EventText() {}

  static String of(SupervisorEvent event) {
    return switch (event) {
      case ProcessStateChanged change -> state(change);
      case ProcessLog log -> log.id().displayName() + " " + data(log.data());
      case ProcessCommunication told -> told.id().displayName() + " " + data(told.data());
      case RemoteCommunication told -> told.kind() + " " + oneLine(told.data());
      case SupervisorStateChanged change -> "";
      case Tick tick -> Long.toString(tick.when());
      case ProcessGroupChanged change -> change.group();
    };
  }

  private static String state(ProcessStateChanged change) {
    String text = change.id().displayName() + " was " + change.from();
    return switch (change.to()) {
      case STARTING, BACKOFF -> text + ", tries " + change.tries();
      case RUNNING, STOPPING, STOPPED -> text + ", pid " + change.pid();
      case EXITED ->
          text + ", pid " + change.pid() + (change.expected() ? ", expected" : ", unexpected");
      case FATAL, UNKNOWN -> text;
    };
  }

  private static String data(byte[] bytes) {
    return oneLine(new String(bytes, UTF_8));
  }

  private static String oneLine(String text) {
    return text.stripTrailing().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }
}
