package org.steward.core.config.ini;

import java.util.List;
import java.util.function.Consumer;
import org.steward.core.config.Problem;
import org.steward.core.config.ini.Normaliser.MalformedLine;
import org.steward.core.config.ini.Normaliser.Normalised;

/**
 * Reads files of Supervisor's dialect into a document. What cannot be read is reported line by line
 * and left out, so that the rest can still be judged.
 */
public final class IniReader {
  private final IniDocument document;
  private final Consumer<Problem> problems;

  /** Reads into the document and reports to the consumer. */
  public IniReader(IniDocument document, Consumer<Problem> problems) {
    this.document = document;
    this.problems = problems;
  }

  /**
   * Reads one more file.
   *
   * @param file its name, for origins and problems
   * @param bytes its content
   */
  public void read(String file, byte[] bytes) {
    Lines lines = Lines.of(bytes);
    Normalised normalised = Normaliser.normalise(lines.texts());
    if (lines.undecodable().isEmpty()) {
      for (MalformedLine line : normalised.malformed()) {
        String message = "cannot read \"" + line.text() + "\": " + line.reason();
        problems.accept(problem(file, line.lineNumber(), message));
      }
    } else {
      problems.accept(undecodable(file, lines.undecodable()));
    }
    new DialectParser()
        .parse(normalised.text(), new SectionCollector(document, file, normalised.lineNumbers()));
  }

  /** One for the whole file, which may be no text at all, with thousands of such lines. */
  private static Problem undecodable(String file, List<Integer> numbers) {
    String others = numbers.size() == 1 ? "" : " and " + (numbers.size() - 1) + " more";
    return problem(
        file, numbers.getFirst(), "cannot decode the line" + others + ": expected UTF-8");
  }

  private static Problem problem(String file, int line, String message) {
    return new Problem(file, line, null, null, null, message);
  }
}
