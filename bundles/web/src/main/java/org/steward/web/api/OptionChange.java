package org.steward.web.api;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.ProcessSettings;

@Doc("One option, or one variable of the environment, whose value changes.")
record OptionChange(
    @Doc("The option; for a variable, environment and its name with a dot in between.")
        String option,
    @Doc(value = "The value in use; left out if there is none.", optional = true)
        @Nullable String before,
    @Doc(value = "The value in the file; left out if there is none.", optional = true)
        @Nullable String after) {

  private static final String VARIABLE = "environment.";

  /** What changes between two settings of a process. */
  static List<OptionChange> between(ProcessSettings before, ProcessSettings after) {
    List<OptionChange> changes = new ArrayList<>();
    compare("", before.values(), after.values(), changes);
    compare(VARIABLE, before.environment(), after.environment(), changes);
    return changes;
  }

  private static void compare(
      String prefix,
      Map<String, String> before,
      Map<String, String> after,
      List<OptionChange> changes) {
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      String old = before.get(name);
      String present = after.get(name);
      if (!Objects.equals(old, present)) {
        changes.add(new OptionChange(prefix + name, shown(name, old), shown(name, present)));
      }
    }
  }

  private static @Nullable String shown(String name, @Nullable String value) {
    return value == null ? null : Secrets.masked(name, value);
  }
}
