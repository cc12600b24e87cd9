package org.steward.core.config;

import java.util.List;

/**
 * An option of {@code supervisord}'s command line.
 *
 * @param letters its short forms
 * @param name its long form, which for a setting is its key in {@code [supervisord]}
 * @param argument what the help calls its value, empty where it takes none
 * @param meaning what the help says
 */
record Flag(String letters, String name, String argument, String meaning) {
  /** Not one of Supervisor's; kept out of abbreviations, which scripts may use. */
  static final String CONSOLE = "console";

  /** Not one of Supervisor's either; none of its options begins like it. */
  static final String TEST = "test";

  static final List<Flag> ALL =
      List.of(
          new Flag("c", "configuration", "FILE", "read this file instead of looking for one"),
          new Flag("n", "nodaemon", "", "stay in the foreground"),
          new Flag("s", "silent", "", "keep the log off standard output"),
          new Flag("u", "user", "USER", "change to this user (name or id)"),
          new Flag("m", "umask", "MASK", "octal file mode mask of the daemon (022)"),
          new Flag("d", "directory", "DIR", "change to this directory when leaving the foreground"),
          new Flag("l", "logfile", "FILE", "write the activity log to this file"),
          new Flag("y", "logfile_maxbytes", "BYTES", "rotate the activity log at this size (50MB)"),
          new Flag("z", "logfile_backups", "NUM", "keep so many rotated activity logs (10)"),
          new Flag(
              "e",
              "loglevel",
              "LEVEL",
              "least level logged: critical, error, warn, info, debug, trace, blather"),
          new Flag("j", "pidfile", "FILE", "write the process id to this file"),
          new Flag("i", "identifier", "NAME", "name of this daemon towards its clients"),
          new Flag("q", "childlogdir", "DIR", "directory for automatic program logs"),
          new Flag("k", "nocleanup", "", "keep the automatic program logs of an earlier run"),
          new Flag("a", "minfds", "NUM", "start only with so many open files allowed"),
          new Flag("t", "strip_ansi", "", "remove escape sequences from program logs"),
          new Flag("", "minprocs", "NUM", "start only with so many processes allowed"),
          new Flag("", "profile_options", "LIST", "not available; known from Supervisor"),
          new Flag(
              "",
              CONSOLE,
              "",
              "stay in the foreground, with a shell on this terminal in place of the log"),
          new Flag("", TEST, "", "say what is wrong or odd in the configuration, and leave"),
          new Flag("v", "version", "", "print the version and leave"),
          new Flag("h?", "help", "", "print this and leave"));

  boolean takesValue() {
    return !argument.isEmpty();
  }

  static String help(String program) {
    StringBuilder text =
        new StringBuilder("supervisord: run programs and keep them running.\n\nUsage: ")
            .append(program)
            .append(" [options]\n\n");
    for (Flag flag : ALL) {
      text.append(String.format("  %-33s %s%n", flag.spelling(), flag.meaning()));
    }
    return text.append("\nOptions come before what the configuration file says.\n").toString();
  }

  private String spelling() {
    String shortForm = letters.isEmpty() ? "    " : "-" + letters.charAt(0) + ", ";
    return shortForm + "--" + name + (takesValue() ? " " + argument : "");
  }
}
