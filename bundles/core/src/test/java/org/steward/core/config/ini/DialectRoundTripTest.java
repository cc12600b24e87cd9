package org.steward.core.config.ini;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.core.config.Problem;

/**
 * Whatever sections, keys and values are written down in whichever spelling the dialect has for
 * them, the same ones are read.
 */
class DialectRoundTripTest {
  private static final int DOCUMENTS = 300;
  private static final String[] WORDS = {
    "a",
    "B",
    "x;y",
    "a#b",
    "=",
    ":",
    "\\",
    "\\n",
    "\\u0041",
    "'",
    "\"",
    "%",
    "[q]",
    "é",
    "日本",
    "😀",
    "<i>",
    "\1",
    "\u200b",
    "$1",
    "!",
    "/usr/bin",
    "-o",
    ","
  };

  private Random random = new Random();
  private String lineEnd = "\n";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatIsWrittenIsRead(long seed) {
    random = new Random(seed);
    for (int i = 0; i < DOCUMENTS; i++) {
      lineEnd = oneOf("\n", "\r\n", "\r");
      Map<String, Map<String, String>> model = model();
      String text = written(model);

      assertThat(read(text)).as("seed %d, document %d:%n%s", seed, i, text).isEqualTo(model);
    }
  }

  private Map<String, Map<String, String>> model() {
    Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      Map<String, String> values = new LinkedHashMap<>();
      for (int j = random.nextInt(5); j > 0; j--) {
        values.put(oneOf("k", "é", "a b", "x.y", "z_") + random.nextInt(9), value());
      }
      sections.put(oneOf("s", "Program:x", " t ", "a]b", ";") + random.nextInt(9), values);
    }
    return sections;
  }

  private String value() {
    List<String> lines = new ArrayList<>();
    lines.add(line());
    while (random.nextInt(4) == 0) {
      lines.add(random.nextInt(4) == 0 ? "" : "+" + line());
    }
    return PythonText.stripEnd(String.join("\n", lines));
  }

  private String line() {
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      words.add(oneOf(WORDS));
    }
    return String.join(oneOf("", " ", "\t", "  "), words);
  }

  private String written(Map<String, Map<String, String>> model) {
    StringBuilder text = new StringBuilder();
    model.forEach(
        (section, values) -> {
          text.append(noise()).append('[').append(section).append(']').append(tail());
          values.forEach((key, value) -> text.append(noise()).append(written(key, value)));
        });
    return text.toString();
  }

  private String written(String key, String value) {
    String[] lines = value.split("\n", -1);
    String spelled = random.nextBoolean() ? key : key.toUpperCase(java.util.Locale.ROOT);
    StringBuilder text = new StringBuilder(spelled).append(oneOf("=", " = ", ":", " : ", "\t="));
    text.append(lines[0]).append(tail());
    for (int i = 1; i < lines.length; i++) {
      text.append(lines[i].isEmpty() ? end() : oneOf(" ", "\t", "    ") + lines[i] + tail());
    }
    return text.toString();
  }

  private String tail() {
    return oneOf("", "", " ", " ; comment", "\t;comment", " #x") + end();
  }

  /** An empty line after a value is part of it only where the value goes on. */
  private String noise() {
    return oneOf("", "", end(), "; a comment = x" + end(), "  # [x]" + end());
  }

  private String end() {
    return lineEnd;
  }

  private String oneOf(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static Map<String, Map<String, String>> read(String text) {
    IniDocument document = new IniDocument();
    List<Problem> problems = new ArrayList<>();
    new IniReader(document, problems::add).read("f", text.getBytes(StandardCharsets.UTF_8));
    assertThat(problems).isEmpty();
    Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    for (IniSection section : document.sections()) {
      Map<String, String> values = new LinkedHashMap<>();
      section.own().forEach((key, value) -> values.put(key, value.text()));
      sections.put(section.name(), values);
    }
    return sections;
  }
}
