package org.steward.core.daemon;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.UpgradeReport;
import org.steward.core.config.Configuration;
import org.steward.core.journal.RecordText;
import org.steward.core.journal.TextLine;
import org.steward.core.loop.LoopMemory;
import org.steward.core.output.OutputMemory;
import org.steward.core.posix.Held;
import org.steward.core.sockets.SocketMemory;

/**
 * All that a daemon leaves to the one that takes over its process.
 *
 * @param version of the software that leaves it
 * @param frozenAtNanos monotonic time from which on nobody looked after the programs
 * @param upgrade the last upgrade before this one
 * @param configuration in force for the daemon itself
 * @param latest as last read since, null where that is the same
 * @param journal the journal's directory, null for none
 * @param lock the journal's lock
 * @param sockets the sockets clients connect to
 */
record Handover(
    String version,
    long frozenAtNanos,
    UpgradeReport upgrade,
    Configuration configuration,
    @Nullable Configuration latest,
    @Nullable Path journal,
    Held lock,
    List<SocketMemory> sockets,
    LoopMemory loop,
    OutputMemory output) {
  /** Raised when what is written can no longer be understood by those who know the one before. */
  static final int FORMAT = 1;

  private static final String NAME = "steward-handover";

  /**
   * What every version can read, so that it can give the process back.
   *
   * @param format how the rest is written
   * @param program what to execute to get the daemon before
   * @param descriptors those that are to stay open
   */
  record Head(int format, String program, List<Integer> descriptors) {}

  /**
   * As text: the head's line, then one for all else.
   *
   * @param program what to execute to get this daemon again
   */
  String text(String program) {
    TextLine body = new TextLine("state");
    List<Integer> descriptors = RecordText.write("daemon", this, body);
    return new TextLine(NAME)
            .with("format", FORMAT)
            .with("program", program)
            .with(
                "descriptors", String.join(",", descriptors.stream().map(String::valueOf).toList()))
        + "\n"
        + body
        + "\n";
  }

  /**
   * Reads the first line.
   *
   * @throws IllegalArgumentException where it makes no sense
   */
  static Head head(String text) {
    TextLine line = TextLine.parse(text.lines().findFirst().orElse(""));
    if (!line.kind().equals(NAME)) {
      throw new IllegalArgumentException("expected " + NAME + ", found " + line.kind());
    }
    List<Integer> descriptors = new ArrayList<>();
    for (String number : line.get("descriptors").split(",")) {
      if (!number.isEmpty()) {
        descriptors.add(Integer.valueOf(number));
      }
    }
    return new Head(line.integer("format", 0), line.get("program"), descriptors);
  }

  /**
   * Reads it all.
   *
   * @throws IllegalArgumentException where it makes no sense, or was written by a daemon that this
   *     one does not understand
   */
  static Handover read(String text) {
    requireReadable(head(text).format());
    String body = text.lines().skip(1).findFirst().orElse("");
    return RecordText.read("daemon", Handover.class, TextLine.parse(body));
  }

  /** Fails where a format is none that this daemon reads. */
  static void requireReadable(int format) {
    if (format < 1 || format > FORMAT) {
      throw new IllegalArgumentException(
          "cannot read a hand-over of format " + format + ": expected 1 to " + FORMAT);
    }
  }
}
