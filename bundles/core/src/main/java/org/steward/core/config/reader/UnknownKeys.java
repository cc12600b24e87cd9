package org.steward.core.config.reader;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.steward.core.config.ini.IniDocument;
import org.steward.core.config.ini.IniSection;
import org.steward.core.config.ini.IniValue;
import org.steward.core.config.ini.Origin;
import org.steward.core.config.schema.SectionKind;

/**
 * Warns of keys, values and sections that have no effect. Supervisor passes over them in silence.
 */
final class UnknownKeys {
  private final Findings findings;
  private final IniDocument document;

  UnknownKeys(Findings findings, IniDocument document) {
    this.findings = findings;
    this.document = document;
  }

  void warn() {
    for (IniSection section : document.sections()) {
      section.replaced().forEach((key, value) -> replacedValue(section, key, value));
      Optional<SectionKind> kind = SectionKind.of(section.name());
      if (kind.isEmpty()) {
        unknownSection(section);
      } else if (!kind.get().takesAnyKey()) {
        unknownKeys(section, kind.get().knownKeys());
      }
    }
  }

  /** Most often a program that was copied and not renamed. */
  private void replacedValue(IniSection section, String key, IniValue value) {
    IniValue later = section.own().get(key);
    if (later != null) {
      findings.warn(
          key
              + " of ["
              + section.name()
              + "] "
              + at(value.origin())
              + " is ignored, as line "
              + later.origin().line()
              + " sets it again");
    }
  }

  /** A section of another name may be a plugin's; one of nearly the same name is a slip. */
  private void unknownSection(IniSection section) {
    List<String> titles = Arrays.stream(SectionKind.values()).map(SectionKind::title).toList();
    Spelling.nearest(SectionName.beforeColon(section.name()), titles)
        .ifPresent(
            title ->
                findings.warn(
                    "unknown section ["
                        + section.name()
                        + "] "
                        + at(section.origin())
                        + " is left to plugins; did you mean "
                        + header(title)
                        + "?"));
  }

  private static String header(String title) {
    return Arrays.stream(SectionKind.values())
        .filter(kind -> kind.title().equals(title))
        .map(SectionKind::header)
        .findFirst()
        .orElseThrow();
  }

  private void unknownKeys(IniSection section, List<String> known) {
    section
        .own()
        .forEach(
            (key, value) -> {
              if (!known.contains(key) && !isInherited(key, value)) {
                findings.warn(
                    "unknown option "
                        + key
                        + " in ["
                        + section.name()
                        + "] "
                        + at(value.origin())
                        + " is ignored"
                        + suggestion(key, known));
              }
            });
  }

  private static String suggestion(String key, List<String> known) {
    return key.startsWith("[")
        ? "; did you mean a section? Its header ends with ]"
        : Spelling.suggestion(key, known);
  }

  private boolean isInherited(String key, IniValue value) {
    IniValue inherited = document.defaults().get(key);
    return inherited != null && inherited.origin().equals(value.origin());
  }

  private static String at(Origin origin) {
    return "(" + origin.file() + ":" + origin.line() + ")";
  }
}
