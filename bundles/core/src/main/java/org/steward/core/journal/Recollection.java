package org.steward.core.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steward.api.process.ProcessId;
import org.steward.core.process.ProcessMemory;

/**
 * What a journal says in the end: its entries, each laid over those before. The writer keeps one to
 * write the journal anew when it has grown; the next daemon reads one. One thread at a time.
 */
public final class Recollection {
  private final Map<ProcessId, Remembered> processes = new LinkedHashMap<>();
  private final Map<Long, ProcessId> owners = new HashMap<>();
  private long greatestToken;
  private boolean ending;

  /** One process. */
  public static final class Remembered {
    private final ProcessId id;
    private @Nullable ProcessMemory memory;
    private @Nullable Intent intent;
    private JournalEntry.@Nullable Spawned spawned;

    private Remembered(ProcessId id) {
      this.id = id;
    }

    /** Its name. */
    public ProcessId id() {
      return id;
    }

    /** Its state, null where none was noted. */
    public @Nullable ProcessMemory memory() {
      return memory;
    }

    /** Its child, as intended; null where it has none. */
    public @Nullable Intent intent() {
      return intent;
    }

    /** Its child, as spawned; null where it has none, or nobody knows. */
    public JournalEntry.@Nullable Spawned spawned() {
      return spawned;
    }
  }

  /** Lays an entry over what is known. */
  public void add(JournalEntry entry) {
    switch (entry) {
      case JournalEntry.Intended(Intent intent) -> {
        Remembered process = of(intent.id());
        // The same child once more: how it is logged and stopped has changed.
        if (process.intent == null || process.intent.token() != intent.token()) {
          forgetChild(process);
        }
        process.intent = intent;
        owners.put(intent.token(), intent.id());
        greatestToken = Math.max(greatestToken, intent.token());
      }
      case JournalEntry.Spawned spawned -> {
        ProcessId owner = owners.get(spawned.token());
        if (owner != null) {
          of(owner).spawned = spawned;
        }
      }
      case JournalEntry.Ended(long token) -> {
        ProcessId owner = owners.get(token);
        if (owner != null) {
          forgetChild(of(owner));
        }
      }
      case JournalEntry.Noted(ProcessId id, ProcessMemory memory) -> {
        // What a shutdown does to processes is not what its user wants of them.
        if (!ending) {
          of(id).memory = memory;
        }
      }
      case JournalEntry.Forgotten(ProcessId id) -> {
        Remembered process = processes.remove(id);
        if (process != null) {
          forgetChild(process);
        }
      }
      case JournalEntry.Ending(boolean begun) -> ending = begun;
    }
  }

  private Remembered of(ProcessId id) {
    return processes.computeIfAbsent(id, Remembered::new);
  }

  private void forgetChild(Remembered process) {
    Intent intent = process.intent;
    if (intent != null) {
      owners.remove(intent.token());
      process.intent = null;
      process.spawned = null;
    }
  }

  /** All processes, in the order they were first heard of. */
  public List<Remembered> processes() {
    return List.copyOf(processes.values());
  }

  /** The greatest token of any child there ever was. */
  public long greatestToken() {
    return greatestToken;
  }

  void setGreatestToken(long token) {
    greatestToken = token;
  }

  /** Whether the daemon had begun to stop everything. */
  public boolean ending() {
    return ending;
  }

  /** The fewest entries that say the same. */
  List<JournalEntry> entries() {
    List<JournalEntry> entries = new ArrayList<>();
    for (Remembered process : processes.values()) {
      if (process.memory != null) {
        entries.add(new JournalEntry.Noted(process.id, process.memory));
      }
      if (process.intent != null) {
        entries.add(new JournalEntry.Intended(process.intent));
      }
      if (process.spawned != null) {
        entries.add(process.spawned);
      }
    }
    if (ending) {
      entries.add(new JournalEntry.Ending(true));
    }
    return entries;
  }
}
