package org.steward.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.steward.web.http.Html;

/**
 * An HTML file with holes, {@code ${name}}, that are filled with text or with {@link Markup}.
 * Immutable; safe on any thread.
 *
 * <p>Text is escaped; there is no way to fill a hole with raw text. That, and rows that are
 * templates of their own, is all two pages need: a template library would cost more memory and
 * start-up time than the pages it renders.
 */
final class Template {
  private static final Pattern HOLE = Pattern.compile("\\$\\{(\\w+)}");

  private final List<String> literals = new ArrayList<>();
  private final List<String> holes = new ArrayList<>();

  private Template(String source) {
    Matcher matcher = HOLE.matcher(source);
    int end = 0;
    while (matcher.find()) {
      literals.add(source.substring(end, matcher.start()));
      holes.add(matcher.group(1));
      end = matcher.end();
    }
    literals.add(source.substring(end));
  }

  /** HTML that is finished: filled templates only. */
  record Markup(String html) {
    /** Several pieces, one behind the other. */
    static Markup join(List<Markup> pieces) {
      StringBuilder all = new StringBuilder();
      pieces.forEach(piece -> all.append(piece.html));
      return new Markup(all.toString());
    }
  }

  /** The template in a file beside this class. */
  static Template load(String file) {
    try (InputStream in = Template.class.getResourceAsStream(file)) {
      return new Template(new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the template " + file, e);
    }
  }

  /**
   * Fills the holes.
   *
   * @param values a String or a Markup for each hole
   */
  Markup fill(Map<String, ?> values) {
    StringBuilder page = new StringBuilder(literals.getFirst());
    for (int i = 0; i < holes.size(); i++) {
      Object value = Objects.requireNonNull(values.get(holes.get(i)), holes.get(i));
      page.append(value instanceof Markup markup ? markup.html() : Html.escape(value.toString()));
      page.append(literals.get(i + 1));
    }
    return new Markup(page.toString());
  }
}
