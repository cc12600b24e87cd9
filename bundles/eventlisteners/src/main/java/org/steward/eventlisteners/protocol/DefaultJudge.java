package org.steward.eventlisteners.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.function.Consumer;
import org.steward.api.event.SupervisorEvent;

/**
 * Supervisor's default rule: exactly {@code OK} is success, anything else asks for the event again.
 */
final class DefaultJudge implements Judge {
  /** The name of this rule in Supervisor's configuration. */
  static final String NAME = "supervisor.dispatchers:default_handler";

  private static final byte[] OK = "OK".getBytes(US_ASCII);

  @Override
  public Verdict judge(SupervisorEvent event, byte[] result, Consumer<Verdict> later) {
    return Arrays.equals(result, OK) ? Verdict.PROCESSED : Verdict.REJECTED;
  }
}
