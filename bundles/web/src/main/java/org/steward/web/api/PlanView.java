package org.steward.web.api;

import java.util.List;

@Doc("What an update would do: how the configuration files differ from what runs.")
record PlanView(
    @Doc("Names this plan; an update that names it is refused if the files changed since.")
        String plan,
    @Doc("The groups that differ; empty if none does.") List<GroupPlan> groups) {

  @Doc("What an update would do to one group.")
  record GroupPlan(
      @Doc("The group.") String name,
      @Doc("added, changed or removed.") String change,
      @Doc("How many of its processes that run now would be stopped.") int running,
      @Doc("Its processes that differ.") List<ProcessPlan> processes) {}

  @Doc("What an update would do to one process.")
  record ProcessPlan(
      @Doc("Group and name with a colon in between.") String id,
      @Doc("added, changed or removed.") String change,
      @Doc(
              "What is done to it: added, removed, restart, start where it does not run, or live"
                  + " where it goes on as it is.")
          String effect,
      @Doc("The options that differ.") List<OptionChange> options) {}
}
