package org.steward.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;
import org.steward.core.config.StopPolicy;
import org.steward.core.posix.Errno;
import org.steward.core.posix.testing.FakePosix;
import org.steward.core.posix.testing.ManualClock;
import org.steward.core.process.Effect;
import org.steward.core.process.Ending;
import org.steward.core.process.Input;
import org.steward.core.process.ProcessMemory;

class JournalTest {
  private static final ProcessId CAT = new ProcessId("a group", "100% cat=\n");
  private static final ProcessMemory MEMORY =
      new ProcessMemory(
          ProcessState.BACKOFF,
          12,
          2,
          3,
          -4,
          5,
          6,
          true,
          "Exited too quickly (process log may have details)",
          new Ending(1, 0, "exit status 1"),
          new Effect.SetTimer(Input.RETRY_DUE, 77));
  private static final Intent INTENT =
      new Intent(
          7,
          CAT,
          "STEWARD_CHILD=x.7",
          -99,
          "/var/log/ä.log",
          null,
          new StopPolicy(1, 2, true, false));
  private static final JournalEntry.Spawned SPAWNED =
      new JournalEntry.Spawned(7, 1234, 5678, new PipeInodes(1, 2, 0));

  private final FakePosix posix = new FakePosix(new ManualClock());
  private final List<String> complaints = new ArrayList<>();

  @AfterEach
  void theKernelWasUsedSoundly() {
    assertThat(posix.misuses()).isEmpty();
  }

  @Test
  void allThatWasNotedIsReadBack() {
    Journal journal = open();
    note(journal);
    Recollection.Remembered read = reopened().recollection().processes().getFirst();
    assertThat(read.id()).isEqualTo(CAT);
    assertThat(read.memory()).isEqualTo(MEMORY);
    assertThat(read.intent()).isEqualTo(INTENT);
    assertThat(read.spawned()).isEqualTo(SPAWNED);
    assertThat(complaints).isEmpty();
  }

  @Test
  void anEndedChildIsForgottenAndItsTokenNeverGivenAgain() {
    Journal journal = open();
    note(journal);
    journal.add(new JournalEntry.Ended(7));
    Recollection read = reopened().recollection();
    assertThat(read.processes().getFirst().intent()).isNull();
    assertThat(read.processes().getFirst().memory()).isEqualTo(MEMORY);
    assertThat(read.greatestToken()).isEqualTo(7);
    assertThat(reopened().recollection().greatestToken()).isEqualTo(7);
  }

  @Test
  void aForgottenProcessIsGone() {
    Journal journal = open();
    note(journal);
    journal.add(new JournalEntry.Forgotten(CAT));
    assertThat(reopened().recollection().processes()).isEmpty();
  }

  @Test
  void whatAShutdownDoesToProcessesIsNotRemembered() {
    Journal journal = open();
    note(journal);
    journal.add(new JournalEntry.Ending(true));
    journal.add(new JournalEntry.Noted(CAT, MEMORY.idle()));
    Recollection read = reopened().recollection();
    assertThat(read.ending()).isTrue();
    assertThat(read.processes().getFirst().memory()).isEqualTo(MEMORY);
  }

  @Test
  void aTornLineIsLeftOutAndOneThatMakesNoSenseIsSaid() {
    note(open());
    String text = text();
    posix.putFile("/state/journal", text + "flourish on=trumpets\nstate group=a na");
    assertThat(reopened().recollection().processes()).hasSize(1);
    assertThat(complaints).singleElement().asString().contains("line 5", "flourish");
  }

  @Test
  void aJournalOfAnotherBootSaysNothing() {
    note(open());
    posix.putFile("/state/journal", text().replace("epoch=this", "epoch=that"));
    assertThat(reopened().recollection().processes()).isEmpty();
    assertThat(complaints).isEmpty();
  }

  @Test
  void aJournalOfAnotherFormatIsRefusedInWords() {
    posix.putFile(
        "/state/journal", "steward-journal version=2\nstate group=a name=b state=RUNNING\n");
    assertThat(open().recollection().processes()).isEmpty();
    assertThat(complaints).singleElement().asString().contains("version=1", "version=2");
  }

  @Test
  void historyIsDroppedNowAndThen() {
    Journal journal = open();
    for (int i = 0; i < 10_000; i++) {
      note(journal);
    }
    assertThat(text().length()).isLessThan(1_000_000);
    assertThat(reopened().recollection().processes()).hasSize(1);
  }

  @Test
  void aFullDiskIsSaidOnceAndMadeUpForLater() {
    Journal journal = open();
    List<String> said = new ArrayList<>();
    journal.reportTo(said::add);
    posix.failNext("write", Errno.ENOSPC);
    journal.add(new JournalEntry.Noted(CAT, MEMORY));
    posix.failNext("open", Errno.ENOSPC);
    journal.add(new JournalEntry.Intended(INTENT));
    assertThat(said).singleElement().asString().contains("ENOSPC");
    journal.add(SPAWNED);
    assertThat(said).hasSize(2).last().asString().contains("can be written again");
    assertThat(reopened().recollection().processes().getFirst().spawned()).isEqualTo(SPAWNED);
  }

  @Test
  void theTimeAChildStartedIsLookedUpWhenItIsNoted() {
    posix.spawn(
        new org.steward.core.posix.SpawnRequest(
            "/bin/cat", List.of("cat"), List.of(), null, null, 0, 1, 2));
    Journal journal = open();
    journal.add(new JournalEntry.Intended(INTENT));
    int pid = posix.lastSpawned().pid();
    journal.add(new JournalEntry.Spawned(7, pid, 0, PipeInodes.NONE));
    JournalEntry.Spawned read = reopened().recollection().processes().getFirst().spawned();
    assertThat(read).isNotNull();
    assertThat(read.startTime()).isEqualTo(posix.lastSpawned().startTime());
  }

  private void note(Journal journal) {
    journal.add(new JournalEntry.Noted(CAT, MEMORY));
    journal.add(new JournalEntry.Intended(INTENT));
    journal.add(SPAWNED);
  }

  private Journal reopened() {
    posix.killDaemon();
    return open();
  }

  private Journal open() {
    Journal journal = Journal.open(posix, Path.of("/state"), complaints::add);
    assertThat(journal).isNotNull();
    return journal;
  }

  private String text() {
    @Nullable String text = posix.fileText("/state/journal");
    assertThat(text).isNotNull();
    return text;
  }

  @Test
  void aNumberThatIsTooLargeCostsItsLineOnly() {
    List<String> complaints = new ArrayList<>();
    String text =
        JournalText.head("boot", 0) + "spawned token=8 pid=5772502313\nending begun=true\n";
    assertThat(JournalText.read(text, "boot", complaints::add).ending()).isTrue();
    assertThat(complaints).singleElement().asString().startsWith("line 2 skipped: ");
  }

  @Test
  void aLineThatEndsWithinAnEscapeCostsItselfOnly() {
    List<String> complaints = new ArrayList<>();
    String text = JournalText.head("boot", 0) + "ended token=%2\nending begun=true\n";
    assertThat(JournalText.read(text, "boot", complaints::add).ending()).isTrue();
    assertThat(complaints).singleElement().asString().startsWith("line 2 skipped: cut off after");
  }
}
