package org.steward.core.config.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.steward.core.config.ConfigException;
import org.steward.core.config.Problem;
import org.steward.core.config.ini.IniDocument;
import org.steward.core.config.ini.IniReader;
import org.steward.core.config.ini.IniSection;
import org.steward.core.config.ini.IniValue;
import org.steward.core.config.schema.BadValueException;
import org.steward.core.config.schema.Expansions;
import org.steward.core.config.schema.GroupOptions;

/**
 * Reads the main file and those it includes. Included files are read pattern by pattern, those of a
 * pattern in sorted order; a file that cannot be read is passed over, as Supervisor does, but not
 * in silence.
 */
final class ConfigFiles {
  private static final String INCLUDE = "include";
  private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  private final Path main;
  private final Expansions expansions;
  private final Findings findings;
  private final IniDocument document = new IniDocument();
  private final IniReader reader;

  /**
   * With expansions for the list of files.
   *
   * @param main the main file, absolute
   */
  ConfigFiles(Path main, Expansions expansions, Findings findings) {
    this.main = main;
    this.expansions = expansions;
    this.findings = findings;
    this.reader = new IniReader(document, findings::problem);
  }

  /**
   * Reads them all. What is wrong within them goes to the findings.
   *
   * @throws ConfigException where there is no main file to read
   */
  IniDocument read() throws ConfigException {
    findings.file(main.toString());
    try {
      reader.read(main.toString(), Files.readAllBytes(main));
    } catch (IOException e) {
      findings.problem(new Problem(main.toString(), 0, null, null, null, unreadable()));
      throw new ConfigException(findings.problems());
    }
    document.section(INCLUDE).ifPresent(this::include);
    return document;
  }

  private String unreadable() {
    if (!Files.exists(main)) {
      return "cannot find the file";
    }
    return "cannot read the file: "
        + (Files.isDirectory(main) ? "it is a directory" : "expected one that this user may read");
  }

  private void include(IniSection section) {
    document.replaceHere(directoryOf(main));
    String key = GroupOptions.FILES.key();
    IniValue files = section.get(key);
    if (files == null) {
      findings.problem(section, "expected the option files");
      return;
    }
    try {
      String patterns = expansions.expand(files.text(), GroupOptions.FILES.scope());
      SPACE.splitAsStream(patterns).filter(text -> !text.isEmpty()).forEach(this::includeAll);
    } catch (BadValueException e) {
      findings.problem(section, key, files, e.getMessage());
    }
    warnOfNestedInclude(section);
  }

  private void includeAll(String pattern) {
    String absolute = Glob.join(directoryOf(main), pattern);
    List<String> files = Glob.find(absolute);
    if (files.isEmpty()) {
      findings.warn("No file matches via include \"" + absolute + "\"");
    }
    for (String file : files) {
      findings.note("Included extra file \"" + file + "\" during parsing");
      includeFile(file);
    }
  }

  private void includeFile(String file) {
    findings.file(file);
    try {
      reader.read(file, Files.readAllBytes(Path.of(file)));
      document.replaceHere(directoryOf(Path.of(file).normalize()));
    } catch (IOException e) {
      findings.warn("cannot read the included file \"" + file + "\": it is passed over");
    }
  }

  private void warnOfNestedInclude(IniSection section) {
    section.own().values().stream()
        .map(value -> value.origin().file())
        .filter(file -> !file.equals(main.toString()))
        .forEach(
            file -> findings.warn("[include] in the included file \"" + file + "\" is ignored"));
  }

  private static String directoryOf(Path file) {
    Path directory = file.getParent();
    return directory == null ? "/" : directory.toString();
  }
}
