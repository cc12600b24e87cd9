package org.steward.web.api;

import org.jspecify.annotations.Nullable;
import org.steward.api.control.UpdatePlan;

@Doc("One option, or one variable of the environment, whose value changes.")
record OptionChange(
    @Doc("The option; for a variable, environment and its name with a dot in between.")
        String option,
    @Doc(value = "The value in use; left out if there is none.", optional = true)
        @Nullable String before,
    @Doc(value = "The value in the file; left out if there is none.", optional = true)
        @Nullable String after,
    @Doc("What this change takes: restart, or live where none; added or removed with its process.")
        String effect) {

  /** As it is shown. */
  static OptionChange of(UpdatePlan.OptionChange change) {
    return new OptionChange(
        change.option(), change.before(), change.after(), change.effect().label());
  }
}
