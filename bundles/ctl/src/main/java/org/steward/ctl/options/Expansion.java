package org.steward.ctl.options;

import org.jspecify.annotations.Nullable;

/**
 * Expands {@code %(here)s} and {@code %(ENV_X)s} in a configuration value; {@code %%} is a per cent
 * sign. Anything else after a per cent sign is an error, as it is to Supervisor.
 */
final class Expansion {

  private static final String ENVIRONMENT = "ENV_";

  private final String option;
  private final @Nullable String here;

  /**
   * @param option the option's name, for messages
   * @param here the directory of the configuration file, or null where {@code here} is not offered
   */
  Expansion(String option, @Nullable String here) {
    this.option = option;
    this.here = here;
  }

  String expand(String value) throws UsageException {
    int percent = value.indexOf('%');
    if (percent < 0) {
      return value;
    }
    StringBuilder expanded = new StringBuilder();
    int done = 0;
    while (percent >= 0) {
      expanded.append(value, done, percent);
      if (value.startsWith("%%", percent)) {
        expanded.append('%');
        done = percent + 2;
      } else {
        int close = value.indexOf(")s", percent);
        if (close < 0 || !value.startsWith("%(", percent)) {
          throw malformed(value, percent);
        }
        expanded.append(lookUp(value.substring(percent + 2, close)));
        done = close + 2;
      }
      percent = value.indexOf('%', done);
    }
    return expanded.append(value, done, value.length()).toString();
  }

  private String lookUp(String name) throws UsageException {
    String found = null;
    if (name.equals("here")) {
      found = here;
    } else if (name.startsWith(ENVIRONMENT)) {
      found = System.getenv(name.substring(ENVIRONMENT.length()));
    }
    if (found == null) {
      throw new UsageException(
          "cannot expand %("
              + name
              + ")s in [supervisorctl] "
              + option
              + ": expected "
              + (here == null ? "" : "%(here)s or ")
              + "%(ENV_X)s of a variable that is set");
    }
    return found;
  }

  private UsageException malformed(String value, int position) {
    return new UsageException(
        "cannot expand [supervisorctl] "
            + option
            + ": the % at position "
            + position
            + " of "
            + value.length()
            + " characters starts no %(name)s (write %% for a per cent sign)");
  }
}
