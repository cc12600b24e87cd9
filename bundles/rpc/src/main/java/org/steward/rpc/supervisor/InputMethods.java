package org.steward.rpc.supervisor;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.steward.api.control.Fault;
import org.steward.api.control.Supervisor;
import org.steward.api.control.SupervisorFault;
import org.steward.api.http.Role;
import org.steward.api.rpc.RpcMethod;

/** What clients send to processes and listeners. */
public final class InputMethods {
  private static final Set<Fault> ABOUT_THE_PROCESS =
      EnumSet.of(Fault.BAD_NAME, Fault.NOT_RUNNING, Fault.NO_FILE);

  private final Supervisor supervisor;

  InputMethods(Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  /** Writes to a process's stdin: a string as UTF-8, base64 as it is. */
  @RpcMethod(
      role = Role.OPERATE,
      signature = {"boolean", "string", "string"},
      help =
          """
          Write to the standard input of a process.

          @param string name  The process, or group:name
          @param string chars  The text, which is sent in UTF-8; nothing is added to it
          @return boolean result  Always true; a process that does not run is the fault
                                  NOT_RUNNING, one that closed its input NO_FILE
          """)
  public CompletionStage<Boolean> sendProcessStdin(String name, Object chars) {
    byte[] bytes =
        switch (chars) {
          case String text -> text.getBytes(StandardCharsets.UTF_8);
          case byte[] base64 -> base64;
          default -> throw new SupervisorFault(Fault.INCORRECT_PARAMETERS, String.valueOf(chars));
        };
    Namespec spec = Namespec.parse(name);
    spec.in(supervisor.snapshot());
    return Faults.spelling(
        name, Outcomes.done(supervisor.sendStdin(spec.id(), bytes)), ABOUT_THE_PROCESS);
  }

  /** Emits a REMOTE_COMMUNICATION event. */
  @RpcMethod(
      role = Role.OPERATE,
      help =
          """
          Send an event to the listeners that subscribe to REMOTE_COMMUNICATION.

          @param string type  What it is, in the sender's own terms
          @param string data  What it says
          @return boolean result  Always true
          """)
  public CompletionStage<Boolean> sendRemoteCommEvent(String type, String data) {
    return Outcomes.done(supervisor.sendRemoteCommEvent(type, data));
  }
}
