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
import org.jspecify.annotations.Nullable;
import org.steward.web.http.Html;

/**
 * An HTML file with holes, {@code ${name}}, that are filled with text or with {@link Markup}. Safe
 * on any thread; read when it is first filled, so that the daemon starts without its pages.
 *
 * <p>Text is escaped; there is no way to fill a hole with raw text. That, and rows that are
 * templates of their own, is all two pages need: a template library would cost more memory and
 * start-up time than the pages it renders.
 */
final class Template {
  private static final Pattern HOLE = Pattern.compile("\\$\\{(\\w+)}");

  private final String file;
  private volatile @Nullable Parts parts;

  /**
   * @param file its name beside this class
   */
  Template(String file) {
    this.file = file;
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

  /**
   * Fills the holes.
   *
   * @param values a String or a Markup for each hole
   */
  Markup fill(Map<String, ?> values) {
    Parts present = parts();
    StringBuilder page = new StringBuilder(present.literals.getFirst());
    for (int i = 0; i < present.holes.size(); i++) {
      String hole = present.holes.get(i);
      Object value = Objects.requireNonNull(values.get(hole), hole);
      page.append(value instanceof Markup markup ? markup.html() : Html.escape(value.toString()));
      page.append(present.literals.get(i + 1));
    }
    return new Markup(page.toString());
  }

  private Parts parts() {
    Parts present = parts;
    if (present == null) {
      present = Parts.of(read());
      parts = present;
    }
    return present;
  }

  private String read() {
    try (InputStream in = Template.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the template " + file, e);
    }
  }

  /** What stands between the holes, and the holes' names. */
  private record Parts(List<String> literals, List<String> holes) {
    static Parts of(String source) {
      List<String> literals = new ArrayList<>();
      List<String> holes = new ArrayList<>();
      Matcher matcher = HOLE.matcher(source);
      int end = 0;
      while (matcher.find()) {
        literals.add(source.substring(end, matcher.start()));
        holes.add(matcher.group(1));
        end = matcher.end();
      }
      literals.add(source.substring(end));
      return new Parts(literals, holes);
    }
  }
}
