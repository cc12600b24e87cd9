package org.steward.core.journal;

import org.jspecify.annotations.Nullable;
import org.steward.api.process.ProcessState;
import org.steward.core.process.Effect;
import org.steward.core.process.Ending;
import org.steward.core.process.Input;
import org.steward.core.process.ProcessMemory;

/** A process's memory as fields of a line. */
public final class MemoryText {
  private MemoryText() {}

  /** Adds the fields; what is as it mostly is takes no room. */
  public static void write(ProcessMemory memory, TextLine line) {
    line.with("state", memory.state())
        .with("pid", unlessZero(memory.pid()))
        .with("failed", unlessZero(memory.failedStarts()))
        .with("restarts", unlessZero(memory.restarts()))
        .with("nanos", memory.startedAtNanos())
        .with("started", unlessZero(memory.startedAt()))
        .with("stopped", unlessZero(memory.stoppedAt()))
        .with("administrative", memory.administrativeStop() ? true : null)
        .with("error", memory.spawnError().isEmpty() ? null : memory.spawnError());
    Ending ending = memory.ending();
    if (ending != null) {
      line.with("code", ending.code())
          .with("signal", ending.signal())
          .with("ending", ending.words());
    }
    Effect.SetTimer timer = memory.timer();
    if (timer != null) {
      line.with("timer", timer.input()).with("due", timer.deadlineNanos());
    }
  }

  /**
   * Reads them back.
   *
   * @throws IllegalArgumentException where they make no sense
   */
  public static ProcessMemory read(TextLine line) {
    return new ProcessMemory(
        ProcessState.valueOf(line.get("state")),
        line.integer("pid", 0),
        line.integer("failed", 0),
        line.number("restarts", 0),
        line.number("nanos", 0),
        line.number("started", 0),
        line.number("stopped", 0),
        line.flag("administrative"),
        orEmpty(line.find("error")),
        ending(line),
        timer(line));
  }

  private static @Nullable Ending ending(TextLine line) {
    String words = line.find("ending");
    return words == null
        ? null
        : new Ending(line.integer("code", -1), line.integer("signal", 0), words);
  }

  private static Effect.@Nullable SetTimer timer(TextLine line) {
    String input = line.find("timer");
    return input == null ? null : new Effect.SetTimer(Input.valueOf(input), line.number("due", 0));
  }

  private static @Nullable Long unlessZero(long number) {
    return number == 0 ? null : number;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
