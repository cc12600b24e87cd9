package org.steward.shell.session;

import java.util.List;

/**
 * The types of terminals that JLine knows by itself. For any other it would run {@code infocmp},
 * and this daemon starts no processes but those it supervises.
 */
final class TerminalTypes {
  private static final List<String> KNOWN =
      List.of(
          "xterm-256color",
          "xterm",
          "screen-256color",
          "screen",
          "rxvt-unicode-256color",
          "rxvt-unicode",
          "rxvt",
          "ansi",
          "dumb-color",
          "dumb");

  private TerminalTypes() {}

  /** The type itself, or the known one that is most like it. */
  static String known(String type) {
    if (KNOWN.contains(type)) {
      return type;
    }
    if (type.startsWith("tmux")) {
      return "screen-256color";
    }
    return type.contains("256color") || type.startsWith("xterm") ? "xterm-256color" : "ansi";
  }
}
