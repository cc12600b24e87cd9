package org.steward.core.journal;

import org.steward.api.process.ProcessId;
import org.steward.core.config.StopPolicy;

/** Entries as lines. */
final class EntryText {
  private EntryText() {}

  static TextLine write(JournalEntry entry) {
    return switch (entry) {
      case JournalEntry.Intended(Intent intent) -> write(intent);
      case JournalEntry.Spawned spawned ->
          new TextLine("spawned")
              .with("token", spawned.token())
              .with("pid", spawned.pid())
              .with("start", spawned.startTime())
              .with("stdin", spawned.pipes().stdin())
              .with("stdout", spawned.pipes().stdout())
              .with("stderr", spawned.pipes().stderr());
      case JournalEntry.Ended(long token) -> new TextLine("ended").with("token", token);
      case JournalEntry.Noted noted -> {
        TextLine line = named("state", noted.id());
        MemoryText.write(noted.memory(), line);
        yield line;
      }
      case JournalEntry.Forgotten(ProcessId id) -> named("forgotten", id);
      case JournalEntry.Ending(boolean begun) -> new TextLine("ending").with("begun", begun);
    };
  }

  /**
   * Understands a line.
   *
   * @throws IllegalArgumentException where it makes no sense
   */
  static JournalEntry read(TextLine line) {
    return switch (line.kind()) {
      case "intent" -> new JournalEntry.Intended(intent(line));
      case "spawned" ->
          new JournalEntry.Spawned(
              line.number("token", 0),
              line.integer("pid", 0),
              line.number("start", 0),
              new PipeInodes(
                  line.number("stdin", 0), line.number("stdout", 0), line.number("stderr", 0)));
      case "ended" -> new JournalEntry.Ended(line.number("token", 0));
      case "state" -> new JournalEntry.Noted(id(line), MemoryText.read(line));
      case "forgotten" -> new JournalEntry.Forgotten(id(line));
      case "ending" -> new JournalEntry.Ending(line.flag("begun"));
      default ->
          throw new IllegalArgumentException("cannot understand '" + line + "': unknown kind");
    };
  }

  private static TextLine write(Intent intent) {
    StopPolicy stop = intent.stop();
    return named("intent", intent.id())
        .with("token", intent.token())
        .with("mark", intent.mark())
        .with("fingerprint", intent.fingerprint())
        .with("stdout", intent.stdoutLog())
        .with("stderr", intent.stderrLog())
        .with("stopsignal", stop.signal())
        .with("stopwaitsecs", stop.waitsecs())
        .with("stopasgroup", stop.asGroup())
        .with("killasgroup", stop.killAsGroup())
        .with("killtree", stop.killTree());
  }

  private static Intent intent(TextLine line) {
    return new Intent(
        line.number("token", 0),
        id(line),
        line.get("mark"),
        line.number("fingerprint", 0),
        line.find("stdout"),
        line.find("stderr"),
        new StopPolicy(
            line.integer("stopsignal", 15),
            line.integer("stopwaitsecs", 10),
            line.flag("stopasgroup"),
            line.flag("killasgroup"),
            line.flag("killtree")));
  }

  private static TextLine named(String kind, ProcessId id) {
    return new TextLine(kind).with("group", id.group()).with("name", id.name());
  }

  private static ProcessId id(TextLine line) {
    return new ProcessId(line.get("group"), line.get("name"));
  }
}
