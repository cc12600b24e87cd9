package org.steward.samples.twiddler;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.steward.api.control.Supervisor;
import org.steward.api.event.ResultHandler;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.event.SupervisorEvent.ProcessCommunication;
import org.steward.api.event.SupervisorEvent.ProcessLog;
import org.steward.api.event.SupervisorEvent.ProcessStateChanged;
import org.steward.api.process.ProcessId;

/**
 * Lets an event listener talk to the process its event is about: what it answers behind {@code
 * STDIN:} is written to that process. For pools with the original's {@code result_handler}.
 */
@Component(property = ResultHandler.NAME + "=supervisor_twiddler.resulthandler:stdin_write_handler")
public final class StdinWriteHandler implements ResultHandler {
  private static final byte[] PREFIX = "STDIN:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OK = "OK".getBytes(StandardCharsets.US_ASCII);

  private final Supervisor supervisor;

  /** Called by Declarative Services. */
  @Activate
  public StdinWriteHandler(@Reference Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  @Override
  public boolean isProcessed(SupervisorEvent event, byte[] result) {
    if (!startsWith(result, PREFIX)) {
      return Arrays.equals(result, OK);
    }
    // One that does not run, or reads no more, cannot be helped: the event is processed all the
    // same.
    supervisor.sendStdin(process(event), Arrays.copyOfRange(result, PREFIX.length, result.length));
    return true;
  }

  private static boolean startsWith(byte[] bytes, byte[] prefix) {
    return bytes.length >= prefix.length
        && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }

  private static ProcessId process(SupervisorEvent event) {
    return switch (event) {
      case ProcessCommunication told -> told.id();
      case ProcessLog log -> log.id();
      case ProcessStateChanged change -> change.id();
      case SupervisorEvent.ProcessGroupChanged other -> throw ofNoProcess(other);
      case SupervisorEvent.RemoteCommunication other -> throw ofNoProcess(other);
      case SupervisorEvent.SupervisorStateChanged other -> throw ofNoProcess(other);
      case SupervisorEvent.Tick other -> throw ofNoProcess(other);
    };
  }

  private static IllegalArgumentException ofNoProcess(SupervisorEvent event) {
    return new IllegalArgumentException(
        "cannot write to a process: " + event.type() + " is about none");
  }
}
