package org.steward.ctl;

import java.util.Arrays;
import java.util.List;
import org.steward.ctl.action.ActionSource;
import org.steward.ctl.action.BuiltinActions;
import org.steward.ctl.action.ExitStatus;
import org.steward.ctl.action.PlatformActions;

/** Writes the reference of supervisorctl from its own help, as Markdown. */
final class SupervisorctlReference {

  private static final String INTRODUCTION =
      """
      # supervisorctl

      <!-- Written from the help of bundles/ctl by SupervisorctlReferenceTest; do not edit. -->

      ```
      """;

  private static final String ACTIONS =
      """
      ```

      `<name>` is a process: `program`, or `group:process` where the two differ. In the shell, Tab completes actions and
      names. `supervisorctl help ACTION` shows the lines below. For programs that read its answers there is
      [--json](supervisorctl-json.md).
      """;

  private static final String PLUGINS =
      """

      ## Actions of plugins

      A plugin's commands are actions too, where no action above has the name; `help` lists them, and
      `help ACTION` says how to use one. [Plugins](../how-to/plugins.md) tells how to write them.

      ## Exit statuses

      Where several things went wrong, the last one counts. The shell without an action ends with 0 whatever
      its commands did.

      | status | means |
      |---|---|
      """;

  private final StringBuilder out = new StringBuilder(INTRODUCTION);

  private SupervisorctlReference() {}

  static String page() {
    SupervisorctlReference reference = new SupervisorctlReference();
    reference.out.append(Usage.of("supervisorctl")).append(ACTIONS);
    reference.actions("Actions Supervisor has too", new BuiltinActions());
    reference.actions("Actions Supervisor does not have", new PlatformActions());
    reference.out.append(PLUGINS);
    reference.exitStatuses();
    return reference.out.toString();
  }

  /** {@return the help of an action, as {@code supervisorctl help} prints it} */
  static String help(String action) {
    return CtlRun.of("help", action).out().stripTrailing();
  }

  /** {@return the names {@code supervisorctl help} lists for a source} */
  static List<String> names(ActionSource source) {
    return CtlRun.of("help")
        .out()
        .lines()
        .dropWhile(line -> !line.startsWith(source.title()))
        .skip(2)
        .takeWhile(line -> !line.isEmpty())
        .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
        .sorted()
        .toList();
  }

  private void actions(String title, ActionSource source) {
    out.append("\n## ").append(title).append("\n\n| typed | does |\n|---|---|\n");
    for (String name : names(source)) {
      row(help(name));
    }
  }

  /** A line without its own way to type it goes on with the line before. */
  private void row(String help) {
    String end = "";
    for (String line : help.lines().toList()) {
      String[] columns = line.split("\t+", 2);
      if (columns.length == 1) {
        out.append(". ").append(line);
      } else if (columns[0].isEmpty()) {
        out.append(' ').append(columns[1]);
      } else {
        out.append(end).append("| `").append(cell(columns[0])).append("` | ").append(columns[1]);
      }
      end = " |\n";
    }
    out.append(end);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private void exitStatuses() {
    status(ExitStatus.SUCCESS, "done; also where there was nothing to do");
    status(ExitStatus.GENERIC, "an action failed, or there is none of that name");
    status(
        ExitStatus.INVALID_ARGUMENTS,
        "the command line or the configuration file is wrong; `start` without a name or of a group that does not exist; an action without a report was asked for one");
    status(
        ExitStatus.STATUS_NOT_RUNNING,
        "`status`: a process shown is not running; other actions: the server has no `supervisor` namespace");
    status(
        ExitStatus.STATUS_UNKNOWN,
        "`status`: there is no such process or group, or the server cannot be reached; other actions: the server refused the"
            + " connection; `shell`: the user is no administrator");
    status(ExitStatus.NOT_INSTALLED, "the server speaks another version of the interface");
    status(
        ExitStatus.NOT_RUNNING,
        "the server's socket file does not exist; the process of `pid` does not run; a process ended before it counted as"
            + " started, or was not running when it was to be stopped or signalled");
  }

  private void status(int status, String meaning) {
    out.append("| ").append(status).append(" | ").append(meaning).append(" |\n");
  }
}
