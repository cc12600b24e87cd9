package org.steward.core.config.reader;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.steward.core.config.ini.IniDocument;
import org.steward.core.config.ini.IniSection;
import org.steward.core.config.ini.IniValue;
import org.steward.core.config.ini.Origin;
import org.steward.core.config.schema.SectionKind;

/** Warns of keys and sections that have no effect. Supervisor passes over them in silence. */
final class UnknownKeys {
  private final Findings findings;
  private final IniDocument document;

  UnknownKeys(Findings findings, IniDocument document) {
    this.findings = findings;
    this.document = document;
  }

  void warn() {
    for (IniSection section : document.sections()) {
      Optional<SectionKind> kind = SectionKind.of(section.name());
      if (kind.isEmpty()) {
        unknownSection(section);
      } else if (!kind.get().takesAnyKey()) {
        unknownKeys(section, kind.get().knownKeys());
      }
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
                        + Spelling.suggestion(key, known));
              }
            });
  }

  private boolean isInherited(String key, IniValue value) {
    IniValue inherited = document.defaults().get(key);
    return inherited != null && inherited.origin().equals(value.origin());
  }

  private static String at(Origin origin) {
    return "(" + origin.file() + ":" + origin.line() + ")";
  }
}
