package org.steward.ctl.rpc;

import java.nio.charset.StandardCharsets;

/** The answer of a server supervisorctl was sent to: read, or refused. */
public final class AnswerFuzz {
  private AnswerFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    try {
      AnswerReader.read(new String(input, StandardCharsets.UTF_8));
    } catch (RpcFault | UnexpectedAnswerException refused) {
      if (refused.getMessage() == null) {
        throw new IllegalStateException("refused without a reason", refused);
      }
    }
  }
}
