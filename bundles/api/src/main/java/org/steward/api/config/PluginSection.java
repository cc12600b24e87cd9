package org.steward.api.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A section of {@code supervisord.conf} that belongs to a plugin, with typed access to its values.
 * A value that is not as asked for makes a {@link SectionException}, which names file, line,
 * section and key. Immutable.
 *
 * @param name the section's name as written between the brackets: {@code webhook:ops}
 * @param file the file it was read from
 * @param line its line there
 * @param values its keys, lower case, with their expanded values, in the file's order
 * @param lines the line of each key
 */
public record PluginSection(
    String name, String file, int line, Map<String, String> values, Map<String, Integer> lines) {

  /** The delivered property that holds {@link #name}. */
  public static final String NAME = "steward.section";

  /** The delivered property that holds {@link #file}. */
  public static final String FILE = "steward.section.file";

  /** The delivered property that holds {@link #line}. */
  public static final String LINE = "steward.section.line";

  /** The delivered property that holds the keys and their lines, each as {@code line=key}. */
  public static final String KEYS = "steward.section.keys";

  /** Takes copies that keep the order. */
  public PluginSection {
    values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    lines = Map.copyOf(lines);
  }

  /**
   * The section a component's or a managed service's properties were delivered from.
   *
   * @throws IllegalArgumentException if they were not delivered from a section
   */
  public static PluginSection of(Map<String, ?> properties) {
    if (!(properties.get(NAME) instanceof String name)
        || !(properties.get(KEYS) instanceof String[] keys)) {
      throw new IllegalArgumentException("expected the properties of a section");
    }
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (String entry : keys) {
      int end = entry.indexOf('=');
      String key = entry.substring(end + 1);
      values.put(key, String.valueOf(properties.get(key)));
      lines.put(key, Integer.valueOf(entry.substring(0, end)));
    }
    String file = String.valueOf(properties.get(FILE));
    return new PluginSection(
        name, file, (Integer) Objects.requireNonNull(properties.get(LINE)), values, lines);
  }

  /** Converts a value; what it throws becomes the problem's words. */
  @FunctionalInterface
  public interface Conversion<T> {
    /**
     * Converts.
     *
     * @throws IllegalArgumentException with what was expected, as in {@code "expected a URL"}
     */
    T convert(String value);
  }

  /** The part of the name before the colon, or all of it. */
  public String kind() {
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }

  /** The part of the name after the colon, empty where there is none. */
  public String suffix() {
    int colon = name.indexOf(':');
    return colon < 0 ? "" : name.substring(colon + 1);
  }

  /** The value of a key, null where it is not set. */
  public @Nullable String find(String key) {
    return values.get(key);
  }

  /** The value of a key, or the fallback where it is not set. */
  public String text(String key, String fallback) {
    String value = values.get(key);
    return value == null ? fallback : value;
  }

  /** The value of a key that must be set and not empty. */
  public String required(String key) throws SectionException {
    String value = values.get(key);
    if (value == null || value.isBlank()) {
      throw new SectionException(this, value == null ? null : key, "expected a value for " + key);
    }
    return value;
  }

  /** The value of a key, converted; the fallback where it is not set. */
  public <T> T get(String key, T fallback, Conversion<T> conversion) throws SectionException {
    String value = values.get(key);
    if (value == null) {
      return fallback;
    }
    try {
      return conversion.convert(value);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new SectionException(this, key, String.valueOf(e.getMessage()));
    }
  }

  /** A whole number within bounds. */
  public int integer(String key, int fallback, int least, int most) throws SectionException {
    return get(
        key,
        fallback,
        value -> {
          try {
            int number = Integer.parseInt(value.strip());
            if (number >= least && number <= most) {
              return number;
            }
          } catch (NumberFormatException e) {
            // Falls through to the same words as a number out of bounds.
          }
          throw new IllegalArgumentException(
              "expected a whole number from " + least + " to " + most);
        });
  }

  /** A flag, in any of Supervisor's words: true, yes, on, 1, false, no, off, 0. */
  public boolean flag(String key, boolean fallback) throws SectionException {
    return get(
        key,
        fallback,
        value -> {
          Boolean flag = SectionText.flag(value);
          if (flag == null) {
            throw new IllegalArgumentException("expected true or false");
          }
          return flag;
        });
  }

  /** A time in seconds, decimals allowed. */
  public Duration seconds(String key, Duration fallback) throws SectionException {
    return get(
        key,
        fallback,
        value -> {
          try {
            double seconds = Double.parseDouble(value.strip());
            if (seconds >= 0 && seconds < Integer.MAX_VALUE) {
              return Duration.ofMillis(Math.round(seconds * 1000));
            }
          } catch (NumberFormatException e) {
            // Falls through to the same words as a number out of bounds.
          }
          throw new IllegalArgumentException("expected a number of seconds");
        });
  }

  /** A number of bytes, with Supervisor's suffixes KB, MB and GB. */
  public long bytes(String key, long fallback) throws SectionException {
    return get(
        key,
        fallback,
        value -> {
          try {
            return SectionText.bytes(value);
          } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException("expected a number of bytes, as 4096, 64KB or 2MB");
          }
        });
  }

  /** The items of a list with commas in between, without white space around them; may be empty. */
  public List<String> list(String key) {
    List<String> items = new ArrayList<>();
    for (String item : text(key, "").split(",")) {
      if (!item.isBlank()) {
        items.add(item.strip());
      }
    }
    return List.copyOf(items);
  }

  /** Refuses keys that are not named here, as they are most often misspelled. */
  public void allowOnly(String... keys) throws SectionException {
    List<String> known = Arrays.asList(keys);
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        throw new SectionException(
            this, key, "unknown key; expected one of " + String.join(", ", known));
      }
    }
  }

  /**
   * Where a key or the section is, as error messages begin: {@code file:line: [name] key=value: }.
   */
  String place(@Nullable String key) {
    String value = key == null ? null : values.get(key);
    int at = key == null ? line : lines.getOrDefault(key, line);
    StringBuilder place = new StringBuilder(file).append(':').append(at);
    place.append(": [").append(name).append("] ");
    if (key != null) {
      place.append(key);
      if (value != null && !SectionText.isSecret(key)) {
        place.append('=').append(value);
      }
      place.append(": ");
    }
    return place.toString();
  }
}
