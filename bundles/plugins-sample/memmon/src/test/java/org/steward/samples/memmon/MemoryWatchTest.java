package org.steward.samples.memmon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.api.process.ProcessState;
import org.steward.api.testing.FakeSupervisor;
import org.steward.api.testing.Sections;
import org.steward.samples.superlance.Mail;

class MemoryWatchTest {
  private static final long MB = 1 << 20;

  private final FakeSupervisor supervisor =
      new FakeSupervisor()
          .with("web:a", ProcessState.RUNNING, 10)
          .with("web:b", ProcessState.RUNNING, 11)
          .with("cron", ProcessState.RUNNING, 12)
          .with("gone", ProcessState.STOPPED, 0);

  private final Map<Integer, Long> resident =
      new HashMap<>(Map.of(0, 999 * MB, 10, 100 * MB, 11, 201 * MB, 12, 300 * MB));
  private final List<String> mails = new ArrayList<>();
  private boolean askedForAll;

  private void check(String keys) throws Exception {
    var section = Sections.of("[memmon]\nemail=ops@example.com\n" + keys);
    Mail mail =
        Mail.of(
            "memmon",
            section,
            (command, input, arguments) -> {
              mails.add(input);
              return "";
            });
    Memory memory =
        (pid, withDescendants) -> {
          askedForAll = withDescendants;
          return resident.get(pid);
        };
    // Fakes were started in second 1,000,000.
    new MemoryWatch(
            supervisor, Settings.of(section), memory, mail, () -> Instant.ofEpochSecond(1_000_090))
        .check();
  }

  @Test
  void aProgramAboveItsLimitIsRestarted() throws Exception {
    check("program=a=100MB, web:b=200MB, cron=1GB");
    assertThat(supervisor.orders()).containsExactly("stop web:b", "start web:b");
    assertThat(supervisor.logs().lines())
        .containsExactly(
            "WARN memmon: restarting web:b: it held 210763776 bytes of memory, of 209715200 it may"
                + " hold, after 90 s");
    assertThat(mails)
        .singleElement()
        .asString()
        .startsWith("To: ops@example.com\nSubject: memmon: process web:b restarted\n");
  }

  @Test
  void aGroupsLimitIsEachProcesses() throws Exception {
    check("group=web=50MB");
    assertThat(supervisor.orders())
        .containsExactly("stop web:a", "start web:a", "stop web:b", "start web:b");
  }

  @Test
  void theTightestLimitCountsAndARestartIsDoneOnce() throws Exception {
    check("program=cron=299MB\ngroup=cron=1KB\nany=250MB");
    assertThat(supervisor.orders()).containsExactly("stop cron:cron", "start cron:cron");
  }

  @Test
  void descendantsCountWhereAskedFor() throws Exception {
    check("any=1GB");
    assertThat(askedForAll).isFalse();
    check("any=1GB\ncumulative=true");
    assertThat(askedForAll).isTrue();
  }

  @Test
  void mailTellsOnlyOfProcessesThatWereYoung() throws Exception {
    check("any=250MB\nuptime=1m");
    assertThat(supervisor.orders()).hasSize(2);
    assertThat(mails).isEmpty();
    check("any=250MB\nuptime=2m");
    assertThat(mails).hasSize(1);
  }

  @Test
  void aRestartThatFailsIsToldAndTheOthersHaveTheirTurn() throws Exception {
    supervisor.refuse("start web:b", new SupervisorFault(Fault.SPAWN_ERROR));
    check("any=200MB\nuptime=1");
    assertThat(supervisor.orders()).contains("start cron:cron");
    assertThat(mails).singleElement().asString().contains("process web:b not restarted");
    assertThat(supervisor.logs().lines()).contains("ERRO memmon: cannot start web:b: SPAWN_ERROR");
  }
}
