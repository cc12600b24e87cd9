package org.steward.core.config.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steward.api.process.ProcessId;
import org.steward.core.config.Configuration.Notice;
import org.steward.core.config.LogLevel;
import org.steward.core.config.Problem;
import org.steward.core.config.ini.IniSection;
import org.steward.core.config.ini.IniValue;
import org.steward.core.config.ini.Origin;

/**
 * What is found while reading: problems, warnings and notes, of which the same one counts once; and
 * where each process is configured.
 */
final class Findings {
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Set<String> warnings = new LinkedHashSet<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private final List<String> files = new ArrayList<>();
  private final Map<ProcessId, IniSection> sections = new HashMap<>();

  /** A file whose problems come after those of files named earlier. */
  void file(String name) {
    files.add(name);
  }

  void problem(Problem problem) {
    problems.add(problem);
  }

  /** A problem of a section as a whole. */
  void problem(IniSection section, String message) {
    Origin origin = section.origin();
    problems.add(new Problem(origin.file(), origin.line(), section.name(), null, null, message));
  }

  /** A problem of one key, or of the section where it is not set. */
  void problem(IniSection section, String key, @Nullable IniValue value, String message) {
    if (value == null) {
      problem(section, message);
      return;
    }
    Origin origin = value.origin();
    String shown = isSecret(key) ? null : value.text();
    problems.add(new Problem(origin.file(), origin.line(), section.name(), key, shown, message));
  }

  /** A process was read from a section. */
  void process(ProcessId id, IniSection section) {
    sections.put(id, section);
  }

  Map<ProcessId, IniSection> sections() {
    return sections;
  }

  int problemCount() {
    return problems.size();
  }

  /** Whether the value of a key must never be repeated. */
  static boolean isSecret(String key) {
    return key.equals("password") || key.equals("users");
  }

  void warn(String text) {
    warnings.add(text);
  }

  void note(String text) {
    notes.add(text);
  }

  /** All problems, file by file and line by line. */
  List<Problem> problems() {
    Comparator<Problem> byFile = Comparator.comparingInt(problem -> files.indexOf(problem.file()));
    return problems.stream().sorted(byFile.thenComparingInt(Problem::line)).toList();
  }

  /** The warnings, then the notes: the order of Supervisor's log. */
  List<Notice> notices() {
    List<Notice> notices = new ArrayList<>();
    warnings.forEach(text -> notices.add(new Notice(LogLevel.WARN, text)));
    notes.forEach(text -> notices.add(new Notice(LogLevel.INFO, text)));
    return notices;
  }
}
