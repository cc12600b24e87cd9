package org.steward.web.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.steward.web.live.UsageHistory;

@Doc("What the processes used over the last minutes, as far as somebody looked at /events before.")
record UsageView(
    @Doc("When it was looked at, in milliseconds of the epoch, oldest first.") List<Long> times,
    @Doc("The processes that run, by group and name with a colon in between.")
        Map<String, ProcessUsageView> processes) {

  static UsageView of(UsageHistory.View history) {
    Map<String, ProcessUsageView> processes = new HashMap<>();
    history
        .processes()
        .forEach(
            (id, use) ->
                processes.put(id.qualifiedName(), new ProcessUsageView(use.cpu(), use.memory())));
    return new UsageView(history.times(), processes);
  }
}
