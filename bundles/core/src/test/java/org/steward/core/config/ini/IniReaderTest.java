package org.steward.core.config.ini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.steward.core.config.Problem;

class IniReaderTest {
  private final IniDocument document = new IniDocument();
  private final List<Problem> problems = new ArrayList<>();

  /** Lines below {@code [s]} and what Python's parser, set as Supervisor sets it, reads of k. */
  static Stream<Arguments> values() {
    return Stream.of(
        arguments("k=v", "v"),
        arguments("k = v ", "v"),
        arguments("k: v", "v"),
        arguments("k : a=b:c", "a=b:c"),
        arguments("k=:v", ":v"),
        arguments("k==v", "=v"),
        arguments("K=v", "v"),
        arguments("k=a ;c", "a"),
        arguments("k=a #c", "a"),
        arguments("k=a\t;c", "a"),
        arguments("k=a;b", "a;b"),
        arguments("k=a#b", "a#b"),
        arguments("k=a;b ;c", "a;b"),
        arguments("k=bash -c 'a ; b'", "bash -c 'a"),
        arguments("k=\"a ; b\"", "\"a"),
        arguments("k=;c", ";c"),
        arguments("k= ;c", ""),
        arguments("k=a;b;c ;x #y", "a;b;c ;x"),
        arguments("k=a#b ;c #d", "a#b"),
        arguments("k=", ""),
        arguments("k=''", "''"),
        arguments("k='v'", "'v'"),
        arguments("k=\"v\"", "\"v\""),
        arguments("k=a\n  b\n\tc", "a\nb\nc"),
        arguments("k=a\n\n  b", "a\n\nb"),
        arguments("k=a\n;c\n  b", "a\nb"),
        arguments("k=a\n  # c\n  b", "a\nb"),
        arguments("k=a\n\n\n", "a"),
        arguments("k=\n  a", "\na"),
        arguments("k=a\n  [t]", "a\n[t]"),
        arguments("k=a\n  b=c", "a\nb=c"),
        arguments(" k=a\n b=c", "a"),
        arguments("k=a\n \n b", "a\n\nb"),
        arguments("k=a\\\n", "a\\"),
        arguments("k=\\u0041", "\\u0041"),
        arguments("k=C:\\dir\\", "C:\\dir\\"),
        arguments("k=%(here)s%%", "%(here)s%%"),
        arguments("k=é日本😀", "é日本😀"),
        arguments("k=a\rx=1", "a"),
        arguments("k=a\r\nx=1", "a"),
        arguments("k=a\u00a0", "a"),
        arguments("k=a\u2028b", "a\u2028b"),
        arguments("k=a\13b", "a\13b"),
        arguments("k=a\1", "a\1"),
        arguments("k=a\u0085", "a"),
        arguments("\u00a0k=a", "a"),
        arguments("k=<inc>", "<inc>"),
        arguments("k=!x", "!x"),
        arguments("k=1\nk=2", "2"),
        arguments("k=1\n[t]\nk=3\n[s]\nk=2", "2"),
        arguments("k=1\n[s] junk\nx=2", "1"),
        arguments("[DEFAULT]\nk=d", "d"),
        arguments("k=own\n[DEFAULT]\nk=d", "own"),
        arguments("k=1\n[DEFAULT]\nk=d\n  e", "1"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void valuesReadAsInPython(String lines, String expected) {
    read("f", "[s]\n" + lines);

    assertThat(problems).isEmpty();
    assertThat(value("s", "k")).isEqualTo(expected);
  }

  /** Header lines and the names that Python's parser reads. */
  static Stream<Arguments> headers() {
    return Stream.of(
        arguments("[s]", "s"),
        arguments("[s]junk", "s"),
        arguments("[ s ]", " s "),
        arguments("[a]b]c", "a]b"),
        arguments("[program:x:y]", "program:x:y"),
        arguments("[S] ; c", "S"),
        arguments("  [s]", "s"),
        arguments("[a=b]", "a=b"),
        arguments("[;]", ";"),
        arguments("[a;b]", "a;b"),
        arguments("[a] b]", "a] b"));
  }

  @ParameterizedTest
  @MethodSource("headers")
  void headersReadAsInPython(String line, String expected) {
    read("f", line + "\nk=v");

    assertThat(document.sections()).extracting(IniSection::name).containsExactly(expected);
    assertThat(value(expected, "k")).isEqualTo("v");
  }

  @Test
  void keysKeepTheirSpacesButNotTheirCase() {
    read("f", "[s]\nA B  =1\n[q=2\nÉX=3");

    assertThat(document.section("s").orElseThrow().own().keySet())
        .containsExactly("a b", "[q", "éx");
  }

  @Test
  void sectionsKeepTheOrderOfTheirFirstHeader() {
    read("f", "[b]\n[a]\n[b]\n[c]");

    assertThat(document.sections()).extracting(IniSection::name).containsExactly("b", "a", "c");
  }

  @Test
  void everyValueKnowsItsFileAndLine() {
    read("one", "; c\n[s]\n\nk = a\n  b\nj=1");
    read("two", "[t]\nx=1\n[s]\nj=2");

    IniSection section = document.section("s").orElseThrow();
    assertThat(section.origin()).isEqualTo(new Origin("one", 2));
    assertThat(section.own().get("k")).isEqualTo(new IniValue("a\nb", new Origin("one", 4)));
    assertThat(section.own().get("j")).isEqualTo(new IniValue("2", new Origin("two", 4)));
  }

  @Test
  void everyMalformedLineIsReportedAndTheRestIsRead() {
    read("f", "early\nearlier\n[s]\nnonsense\nk=v\n=x\n[]\nj=w");

    assertThat(problems).extracting(Problem::line).containsExactly(1, 4, 6, 7);
    assertThat(problems).extracting(Problem::message).first().asString().contains("[section]");
    assertThat(value("s", "k")).isEqualTo("v");
    assertThat(value("s", "j")).isEqualTo("w");
  }

  @Test
  void aFileThatIsNoTextIsOneProblem() {
    byte[] bytes = "x\0\n\u00ff\n\u00ff\nnonsense\n".getBytes(StandardCharsets.ISO_8859_1);
    new IniReader(document, problems::add).read("f", bytes);
    assertThat(problems)
        .extracting(Problem::text)
        .containsExactly("f:2: cannot decode the line and 1 more: expected UTF-8");
  }

  @Test
  void bytesThatAreNotUtf8AreReportedWithTheirLine() {
    byte[] bytes = "[s]\nk=\u00e9\nj=1\n".getBytes(StandardCharsets.ISO_8859_1);

    new IniReader(document, problems::add).read("f", bytes);

    assertThat(problems).extracting(Problem::line).containsExactly(2);
    assertThat(value("s", "j")).isEqualTo("1");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstHeader() {
    read("f", "\uFEFF[s]\nk=v");

    assertThat(problems).isEmpty();
    assertThat(value("s", "k")).isEqualTo("v");
  }

  @Test
  void hereMeansTheDirectoryOfTheFileThatSaysIt() {
    read("one", "[a]\nk=%(here)s\n[DEFAULT]\nd=%(here)s/%(here)s");
    document.replaceHere("/one");
    read("two", "[b]\nk=%(here)s");
    document.replaceHere("/two");

    assertThat(value("a", "k")).isEqualTo("/one");
    assertThat(value("a", "d")).isEqualTo("/one//one");
    assertThat(value("b", "k")).isEqualTo("/two");
    assertThat(value("b", "d")).isEqualTo("/two//two");
  }

  @Test
  void defaultsComeAfterASectionsOwnKeys() {
    read("f", "[DEFAULT]\na=1\nb=2\n[s]\nb=3\nc=4");

    Map<String, String> all = new LinkedHashMap<>();
    document.section("s").orElseThrow().all().forEach((key, value) -> all.put(key, value.text()));
    assertThat(all).containsExactly(Map.entry("b", "3"), Map.entry("c", "4"), Map.entry("a", "1"));
  }

  private void read(String file, String text) {
    new IniReader(document, problems::add).read(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private String value(String section, String key) {
    IniValue value = document.section(section).orElseThrow().get(key);
    assertThat(value).isNotNull();
    return value.text();
  }
}
