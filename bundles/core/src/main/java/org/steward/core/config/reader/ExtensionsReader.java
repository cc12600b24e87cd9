package org.steward.core.config.reader;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.steward.core.config.ExtensionSection;
import org.steward.core.config.ini.IniDocument;
import org.steward.core.config.ini.IniSection;
import org.steward.core.config.ini.IniValue;
import org.steward.core.config.schema.BadValueException;
import org.steward.core.config.schema.Scope;
import org.steward.core.config.schema.SectionKind;

/** Reads the sections that are not ours, for plugins to make sense of. */
final class ExtensionsReader {
  private final Context context;

  ExtensionsReader(Context context) {
    this.context = context;
  }

  List<ExtensionSection> read(IniDocument document) {
    List<ExtensionSection> extensions = new ArrayList<>();
    for (IniSection section : document.sections()) {
      Optional<SectionKind> kind = SectionKind.of(section.name());
      if (kind.isEmpty() || kind.get().takesAnyKey()) {
        extensions.add(extension(section, kind.equals(Optional.of(SectionKind.RPC_INTERFACE))));
      }
    }
    return extensions;
  }

  /**
   * Supervisor expands what it hands to RPC namespaces and never looks at the rest. So only there
   * is a lone percent sign a mistake.
   */
  private ExtensionSection extension(IniSection section, boolean strict) {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    section
        .all()
        .forEach(
            (key, value) -> {
              values.put(key, expanded(section, key, value, strict));
              lines.put(key, value.origin().line());
            });
    return new ExtensionSection(
        SectionName.beforeColon(section.name()),
        SectionName.afterColon(section.name()),
        section.origin().file(),
        section.origin().line(),
        Collections.unmodifiableMap(values),
        Collections.unmodifiableMap(lines));
  }

  private String expanded(IniSection section, String key, IniValue value, boolean strict) {
    try {
      return context.expansions().expand(value.text(), Scope.HERE);
    } catch (BadValueException e) {
      if (strict) {
        context.findings().problem(section, key, value, e.getMessage());
      }
      return value.text();
    }
  }
}
