package org.steward.core.daemon;

import java.nio.charset.StandardCharsets;

/** What another version of the daemon left: it is understood, or the process is given back. */
public final class HandoverFuzz {
  private static final String HEAD =
      "steward-handover format=1 program=/opt/steward/bin/supervisord descriptors=5,6\n";

  private HandoverFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    takeOrRefuse(text);
    takeOrRefuse(HEAD + text);
  }

  /** What was understood is understood again once it is handed on. */
  private static void takeOrRefuse(String text) {
    Handover read;
    String handedOn;
    try {
      Handover.Head head = Handover.head(text);
      read = Handover.read(text);
      handedOn = read.text(head.program());
    } catch (IllegalArgumentException refused) {
      return;
    }
    String again = Handover.read(handedOn).text(Handover.head(handedOn).program());
    if (!again.equals(handedOn)) {
      throw new IllegalStateException("handed on " + handedOn + " and then " + again);
    }
  }
}
