package org.steward.core.config.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the reference of the configuration file from the schema, as Markdown. */
final class ConfigurationReference {
  private static final String INTRODUCTION =
      """
      # Configuration file

      <!-- Written from the schema in bundles/core by ConfigurationReferenceTest; do not edit. -->

      `supervisord` reads Supervisor's configuration file. The file is named with `-c`, or is the
      first one there is of `../etc/supervisord.conf` and `../supervisord.conf` beside the directory
      of the executable, `supervisord.conf` and `etc/supervisord.conf` in the current directory,
      `/etc/supervisord.conf` and `/etc/supervisor/supervisord.conf`.

      ## Format

      - Sections in brackets, with `key = value` or `key: value` below. Keys may be in any case. UTF-8.
      - A line that is indented deeper than its key continues the value.
      - `;` and `#` start a comment at the start of a line, and within one **after a space** — also
        within quotes: `command=sh -c 'a ; b'` ends at `'a`.
      - Sections of the same name are one section; of the same key, the last value counts. Values in
        `[DEFAULT]` count in every section that does not set them.
      - `%(name)s` is expanded as below; `%(process_num)02d` pads a number; a percent sign is `%%`.
      - All mistakes are reported at once, each with its file and line. Unknown keys are ignored with
        a warning.
      """;

  private static final String DIFFERENCES =
      """
      What Supervisor takes is taken, and means the same, but for this:

      | what | Supervisor | here | why | test |
      |---|---|---|---|---|
      | mistakes | the first one is reported | all are, with file and line | one round of corrections is enough | `ProblemsTest#allProblemsAreReportedInTheOrderOfTheirLines` |
      | a byte order mark | part of the first header | skipped | editors write it | `IniReaderTest#aByteOrderMarkIsNoPartOfTheFirstHeader` |
      | `[IPv6]:port` | no such host | an address | the usual spelling | `SystemTypesTest#addressesHaveManySpellings` |
      | `%s` without a name in a format | becomes the whole list of names | a mistake | nobody means that | `ExpansionsTest#saysWhatWasExpectedOfABadFormat` |
      | conversions for floating point, `c`, `r` and `a` | Python's | not available | names are texts and small numbers | `ExpansionsTest#saysWhatWasExpectedOfABadFormat` |
      | a backslash in `environment` | kept | escapes as in a POSIX shell | as in Supervisor 4.4 | `VariablesTest#readsWhatSupervisorReads` |
      | a broken value in the file beside one on the command line | keeps the daemon from starting | is hidden by it | the command line is the stronger one | `SupervisordSectionTest#theCommandLineComesBeforeTheFile` |
      | two groups of the same name | both are read, and get in each other's way | the first is read, with a warning | a name means one thing | `GroupsTest#ofGroupsOfTheSameNameTheFirstIsKeptWithAWarning` |
      | relative paths of logs | kept | become absolute | clients are told a path that they can use | `ProgramSectionTest#aRelativeLogStartsWhereTheDaemonWillBe` |
      | a program without a name | read | a mistake | nothing could be said of it | `GroupsTest#badNamesAreReported` |
      | `[rpcinterface:x]` | needs a factory, and `%(here)s` only works in it with an `[include]` | needs none, and it works | a bundle provides the namespace | `NoticesTest#anRpcNamespaceNeedsNoFactoryAndKnowsItsPlace` |
      | users and groups | from all sources of the system | from `/etc/passwd` and `/etc/group` | a lookup elsewhere may hang, and none is needed at start | `EtcAccountsTest` |
      | `--profile_options` | profiles | refused | there is no profiler of that kind | `CommandLineTest#othersAreRefusedWithStatusTwo` |
      | a variable that was removed from `environment` of `[supervisord]` | still expanded after a reload | not expanded any more | each reading starts afresh | `ProgramSectionTest#eachReadingStartsAfresh` |
      """;

  private final StringBuilder out = new StringBuilder(INTRODUCTION);

  private ConfigurationReference() {}

  static String page() {
    ConfigurationReference reference = new ConfigurationReference();
    reference.expansions();
    reference.changes();
    for (SectionKind kind : SectionKind.values()) {
      reference.section(kind);
    }
    reference.types();
    reference.heading("Differences from Supervisor");
    reference.out.append(DIFFERENCES);
    return reference.out.toString();
  }

  private void expansions() {
    heading("What can be expanded");
    out.append(
        """
        `ENV_x` is the variable `x` of the daemon's environment or of `environment` in
        `[supervisord]`; `here` is the directory of the file that the value stands in. The tables
        name one of these:

        | expands | names |
        |---|---|
        """);
    for (Scope scope : Scope.values()) {
      row("_" + nameOf(scope) + "_", scope.explained());
    }
  }

  private void section(SectionKind kind) {
    heading(kind.header());
    out.append(kind.meaning()).append("\n\n");
    boolean updated = kind.options().stream().anyMatch(option -> option.onset() != null);
    List<String> columns = new ArrayList<>(List.of("option", "type", "default", "expands"));
    if (updated) {
      columns.add("changes");
    }
    columns.add("meaning");
    row(columns.toArray(String[]::new));
    row(columns.stream().map(column -> "---").toArray(String[]::new));
    for (Option<?> option : kind.options()) {
      row(cells(option));
    }
  }

  private static String[] cells(Option<?> option) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                "`" + option.key() + "`",
                option.type().name(),
                option.absence(),
                nameOf(option.scope())));
    if (option.onset() != null) {
      cells.add(option.onset().label());
    }
    cells.add(option.meaning());
    return cells.toArray(String[]::new);
  }

  private void changes() {
    heading("What a change takes");
    out.append(
        """
        `supervisorctl update` reads the files anew and has the programs follow them, disturbing as
        little as it can; `supervisorctl update --dry-run` says beforehand what it would do to each
        process, option by option. How a changed value comes to count stands in the tables under
        _changes_:

        | changes | what happens |
        |---|---|
        """);
    for (Onset onset : Onset.values()) {
      row("_" + onset.label() + "_", onset.meaning());
    }
    out.append(
        """

        A program that does not run is started where `autostart` says so and either it failed
        (FATAL), or it never ran, or what it is made of (_restart_) has changed. Changes to sections
        without that column count after `supervisorctl reload`, which restarts everything, as in
        Supervisor.
        """);
  }

  private void types() {
    heading("Types");
    Map<String, String> types = new TreeMap<>();
    Arrays.stream(SectionKind.values())
        .flatMap(kind -> kind.options().stream())
        .forEach(option -> types.put(option.type().name(), option.type().meaning()));
    row("type", "texts");
    row("---", "---");
    types.forEach(this::row);
  }

  private void heading(String text) {
    out.append("\n## ").append(text).append("\n\n");
  }

  private void row(String... cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String nameOf(Scope scope) {
    return scope.name().toLowerCase(java.util.Locale.ROOT);
  }
}
