package org.steward.ctl.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/**
 * Each expectation was compared with what Supervisor's parser (Python 3.11) makes of the same text.
 */
class IniFileTest {

  private static String value(String body) throws UsageException {
    return new IniFile("[s]\n" + body, "x.conf").get("s", "k");
  }

  @Test
  void equalsSignAndColonSeparate() throws Exception {
    assertThat(value("k = a = b : c")).isEqualTo("a = b : c");
    assertThat(value("k: a = b")).isEqualTo("a = b");
    assertThat(value("k=")).isEmpty();
  }

  @Test
  void namesAreLowerCased() throws Exception {
    assertThat(value("K=v")).isEqualTo("v");
  }

  @Test
  void commentsNeedWhiteSpaceBeforeThem() throws Exception {
    assertThat(value("k=a;b#c")).isEqualTo("a;b#c");
    assertThat(value("k=a ; b")).isEqualTo("a");
    assertThat(value("k=a\t# b")).isEqualTo("a");
    assertThat(value("k='a ; b'")).isEqualTo("'a");
    assertThat(value("k=a;b ;c")).isEqualTo("a;b");
    assertThat(value("k=;b")).isEqualTo(";b");
    assertThat(value("k= ;b")).isEmpty();
  }

  @Test
  void wholeLinesAreComments() throws Exception {
    assertThat(value("; k=1\n#k=2\n  ;k=3\nk=v")).isEqualTo("v");
  }

  @Test
  void indentedLinesContinueAValue() throws Exception {
    assertThat(value("k=a\n  b = c\n  [d]\nx=y")).isEqualTo("a\nb = c\n[d]");
  }

  @Test
  void emptyLinesStayInAValueAndCommentsDoNot() throws Exception {
    assertThat(value("k=a\n\n  b\n ; c\n  d\n\n")).isEqualTo("a\n\nb\nd");
  }

  @Test
  void aLineIndentedLikeItsOptionIsAnOption() throws Exception {
    IniFile ini = new IniFile("[s]\n  k=a\n  l=b\n", "x.conf");
    assertThat(ini.get("s", "k")).isEqualTo("a");
    assertThat(ini.get("s", "l")).isEqualTo("b");
  }

  @Test
  void laterValuesReplaceEarlierOnes() throws Exception {
    assertThat(value("k=1\n[t]\nk=x\n[s]\nk=2")).isEqualTo("2");
  }

  @Test
  void defaultsHoldForEverySection() throws Exception {
    IniFile ini = new IniFile("[DEFAULT]\nk=d\nl=d\n[s]\nl=own\n", "x.conf");
    assertThat(ini.get("s", "k")).isEqualTo("d");
    assertThat(ini.get("s", "l")).isEqualTo("own");
    assertThat(ini.hasSection("DEFAULT")).isFalse();
  }

  @Test
  void allLineEndsAreKnown() throws Exception {
    assertThat(value("a=1\r\nk=v\rb=2\n")).isEqualTo("v");
  }

  @Test
  void whatStandsBehindASectionsNameIsIgnored() throws Exception {
    assertThat(new IniFile("[a:b c] rest\nk=v", "x.conf").get("a:b c", "k")).isEqualTo("v");
  }

  @Test
  void aLineThatIsNothingIsNamed() {
    assertThatThrownBy(() -> value("k=v\nnonsense\n"))
        .isInstanceOf(UsageException.class)
        .hasMessage("cannot read line 3 of x.conf: it is no 'name = value': nonsense");
    assertThatThrownBy(() -> new IniFile("\nk=v\n", "x.conf"))
        .hasMessageStartingWith("cannot read line 2 of x.conf: a [section] was expected");
  }
}
