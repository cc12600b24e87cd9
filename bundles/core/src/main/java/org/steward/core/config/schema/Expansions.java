package org.steward.core.config.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that {@code %(...)s} may use and what they stand for: Strings and Integers. Layered, so
 * that ten thousand processes share one copy of the environment. Immutable.
 */
public final class Expansions {
  private static final String VARIABLE = "ENV_";

  private final @Nullable Expansions below;
  private final Map<String, Object> names;

  private Expansions(@Nullable Expansions below, Map<String, Object> names) {
    this.below = below;
    this.names = names;
  }

  /** Nothing but environment variables, each by its name with {@code ENV_} before it. */
  public static Expansions ofEnvironment(Map<String, String> variables) {
    return new Expansions(null, prefixed(variables));
  }

  /** These and more environment variables, which hide those of the same name. */
  public Expansions withEnvironment(Map<String, String> variables) {
    return variables.isEmpty() ? this : new Expansions(this, prefixed(variables));
  }

  /** These and one more name. */
  public Expansions with(String name, Object value) {
    return new Expansions(this, Map.of(name, value));
  }

  /**
   * Fills in a value.
   *
   * @param scope which of the names it may use
   * @throws BadValueException where it uses another one, or is no format at all
   */
  public String expand(String text, Scope scope) throws BadValueException {
    return PercentFormat.format(text, name -> require(name, scope));
  }

  private Object require(String name, Scope scope) throws BadValueException {
    Object value = scope.allows(name) ? get(name) : null;
    if (value == null) {
      throw new BadValueException(unknown(name, scope));
    }
    return value;
  }

  private @Nullable Object get(String name) {
    for (Expansions layer = this; layer != null; layer = layer.below) {
      Object value = layer.names.get(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static String unknown(String name, Scope scope) {
    if (name.startsWith(VARIABLE)) {
      return "cannot expand %("
          + name
          + ")s: expected "
          + name.substring(VARIABLE.length())
          + " to be in the environment";
    }
    List<String> known = new ArrayList<>(scope.names());
    known.add("ENV_<variable>");
    return "cannot expand %(" + name + ")s: expected one of " + String.join(", ", known);
  }

  private static Map<String, Object> prefixed(Map<String, String> variables) {
    Map<String, Object> names = new HashMap<>();
    variables.forEach((name, value) -> names.put(VARIABLE + name, value));
    return names;
  }
}
