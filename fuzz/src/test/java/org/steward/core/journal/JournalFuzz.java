package org.steward.core.journal;

import java.nio.charset.StandardCharsets;

/** The state file of an earlier daemon: what makes no sense costs its own line. */
public final class JournalFuzz {
  private static final String HEAD = JournalText.head("boot", 7);

  private JournalFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    readAndRewrite(text);
    readAndRewrite(HEAD + text);
  }

  /** What was understood is understood again once it is written anew. */
  private static void readAndRewrite(String text) {
    Recollection read = JournalText.read(text, "boot", complaint -> {});
    StringBuilder rewritten = new StringBuilder(JournalText.head("boot", read.greatestToken()));
    read.entries().forEach(entry -> rewritten.append(JournalText.line(entry)));
    Recollection again =
        JournalText.read(
            rewritten.toString(),
            "boot",
            complaint -> {
              throw new IllegalStateException(complaint + " in " + rewritten);
            });
    if (!again.entries().equals(read.entries())) {
      throw new IllegalStateException("read " + again.entries() + " from " + rewritten);
    }
  }
}
