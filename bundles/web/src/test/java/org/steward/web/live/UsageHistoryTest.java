package org.steward.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.steward.api.process.ProcessId;
import org.steward.web.live.UsageHistory.Use;

class UsageHistoryTest {
  private static final ProcessId WEB = new ProcessId("web", "web");
  private static final ProcessId DB = new ProcessId("db", "db");

  private final UsageHistory history = new UsageHistory();
  private long now;

  private void looks(int pid, double cpuSeconds, long memory) {
    history.add(now, Map.of(WEB, new Reading(pid, now, cpuSeconds, memory)));
  }

  private Use use() {
    return history.view().processes().get(WEB);
  }

  @Test
  void meansAreOverTheWholeTimeSinceTheLookBefore() {
    looks(7, 1, 100);
    now += 2000;
    looks(7, 3, 999); // too near: of no account
    now += 8000;
    looks(7, 2, 200);
    now += 20_000;
    looks(7, 12, 300);
    assertThat(history.view().times()).containsExactly(0L, 10_000L, 30_000L);
    assertThat(use()).isEqualTo(new Use(List.of(10.0, 50.0), List.of(200, 300)));
  }

  @Test
  void runBeginsAnewAndOneThatEndedIsForgotten() {
    looks(7, 1, 100);
    now += UsageHistory.STEP;
    looks(7, 1, 100);
    assertThat(use().cpu()).hasSize(1);
    now += UsageHistory.STEP;
    looks(8, 0, 100);
    assertThat(use().cpu()).isEmpty();
    now += UsageHistory.STEP;
    history.add(now, Map.of(DB, new Reading(9, now, 0, 1)));
    assertThat(history.view().processes()).containsOnlyKeys(DB);
  }

  @Test
  void onlySoMuchIsKept() {
    for (int i = 0; i <= UsageHistory.MOST + 5; i++) {
      looks(7, i, i);
      now += UsageHistory.STEP;
    }
    assertThat(history.view().times()).hasSize(UsageHistory.MOST).endsWith(now - UsageHistory.STEP);
    assertThat(use().memory()).hasSize(UsageHistory.MOST).endsWith(UsageHistory.MOST + 5);
  }
}
