package org.steward.web.api;

import org.jspecify.annotations.Nullable;
import org.steward.api.control.GroupUpdate;

@Doc("What an update did to one group.")
record UpdateView(
    @Doc("The group.") String name,
    @Doc("added, changed or removed.") String change,
    @Doc("Whether it was done.") boolean done,
    @Doc(value = "Why it was not done.", optional = true) @Nullable String detail) {

  /** As it is shown. */
  static UpdateView of(GroupUpdate update) {
    return new UpdateView(
        update.change().group(),
        Planner.word(update.change().kind()),
        update.problem() == null,
        update.problem());
  }
}
