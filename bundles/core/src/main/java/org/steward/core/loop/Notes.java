package org.steward.core.loop;

import org.steward.core.journal.Fingerprint;
import org.steward.core.journal.Intent;
import org.steward.core.journal.JournalEntry;
import org.steward.core.journal.PipeInodes;
import org.steward.core.output.ChildLogs;
import org.steward.core.output.Output;

/**
 * What the loop has the output room note in the journal, each before what depends on it. On the
 * loop only.
 */
final class Notes {
  private final Output output;
  private final Lineage lineage;

  Notes(Output output, Lineage lineage) {
    this.output = output;
    this.lineage = lineage;
  }

  void intended(Child child) {
    if (lineage.adopt()) {
      Supervised process = child.process;
      ChildLogs logs = process.logs;
      note(
          new JournalEntry.Intended(
              new Intent(
                  child.token,
                  process.machine.id(),
                  lineage.entry(child.token),
                  Fingerprint.of(process.machine.config(), process.group.config),
                  logs.stdout(),
                  logs.stderr(),
                  process.machine.config().stop())));
    }
  }

  void spawned(Child child, PipeInodes pipes) {
    note(new JournalEntry.Spawned(child.token, child.pid, 0, pipes));
  }

  void ended(Child child) {
    note(new JournalEntry.Ended(child.token));
  }

  void changed(Supervised process) {
    if (lineage.adopt()) {
      note(new JournalEntry.Noted(process.machine.id(), process.machine.memory()));
    }
  }

  void forgotten(Supervised process) {
    note(new JournalEntry.Forgotten(process.machine.id()));
  }

  void ending() {
    note(new JournalEntry.Ending(true));
  }

  private void note(JournalEntry entry) {
    if (lineage.adopt()) {
      output.note(entry);
    }
  }
}
