package org.steward.ctl.options;

import org.jspecify.annotations.Nullable;

/** The options supervisorctl knows. */
enum Option {
  CONFIGURATION('c', "configuration", true),
  INTERACTIVE('i', "interactive", false),
  SERVER_URL('s', "serverurl", true),
  USERNAME('u', "username", true),
  PASSWORD('p', "password", true),
  HISTORY_FILE('r', "history_file", true),
  JSON('j', "json", false),
  HELP('h', "help", false);

  /** {@code values()} copies; parsing needs no copy. */
  static final Option[] ALL = values();

  final char letter;
  final String longName;
  final boolean takesValue;

  Option(char letter, String longName, boolean takesValue) {
    this.letter = letter;
    this.longName = longName;
    this.takesValue = takesValue;
  }

  static @Nullable Option ofLetter(char letter) {
    if (letter == '?') {
      return HELP;
    }
    for (Option option : ALL) {
      if (option.letter == letter) {
        return option;
      }
    }
    return null;
  }

  /**
   * Finds an option by its long name or by a prefix only it has. A dash counts as an underscore:
   * Supervisor's help text says {@code --history-file} where its parser takes {@code
   * --history_file}.
   */
  static Option ofLongName(String name) throws UsageException {
    String wanted = name.replace('-', '_');
    Option found = null;
    for (Option option : ALL) {
      if (option.longName.equals(wanted)) {
        return option;
      }
      if (option.longName.startsWith(wanted)) {
        if (found != null) {
          throw new UsageException("option --" + name + " not a unique prefix");
        }
        found = option;
      }
    }
    if (found == null) {
      throw new UsageException("option --" + name + " not recognized");
    }
    return found;
  }
}
