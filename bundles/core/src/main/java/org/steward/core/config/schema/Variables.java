package org.steward.core.config.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The value of an {@code environment} option.
 *
 * @param values the variables in the order first given
 * @param ignored what Supervisor passes over: comments, and whatever stands where a comma is
 *     expected and is none, such as the rest of a value that should have been quoted
 */
public record Variables(Map<String, String> values, List<String> ignored) {
  private static final Set<String> SEPARATORS = Set.of(",", ";");
  private static final String EXPECTED =
      "expected KEY=\"value\" pairs separated by commas, each value with special characters quoted";

  /** Keeps the order given. */
  public Variables {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    ignored = List.copyOf(ignored);
  }

  /** {@code KEY="value",...}. */
  public static final ValueType<Variables> TYPE =
      new ValueType<>(
          "environment",
          "`KEY=\"value\"` pairs separated by commas. Values with anything but letters, digits and"
              + " `_/.+-():` must be quoted.",
          (text, host) -> parse(text));

  private static Variables parse(String text) throws BadValueException {
    ShellWords words = new ShellWords(text);
    Map<String, String> values = new LinkedHashMap<>();
    List<String> ignored = new ArrayList<>();
    Optional<String> key = words.next();
    while (key.isPresent()) {
      Optional<String> operator = words.next();
      Optional<String> value = words.next();
      if (!operator.equals(Optional.of("=")) || value.isEmpty()) {
        throw new BadValueException(EXPECTED);
      }
      values.put(key.get(), value.get());
      words.next().filter(word -> !SEPARATORS.contains(word)).ifPresent(ignored::add);
      key = words.next();
    }
    ignored.addAll(words.comments());
    return new Variables(values, ignored);
  }
}
