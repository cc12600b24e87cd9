package org.steward.ctl.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void wordsStandBetweenWhiteSpace() {
    assertThat(Words.split(" a\tb  c\n")).containsExactly("a", "b", "c");
    assertThat(Words.split("  ")).isEmpty();
  }

  @Test
  void paddingNeverCuts() {
    assertThat(Words.pad("ab", 4)).isEqualTo("ab  ");
    assertThat(Words.pad("abcde", 4)).isEqualTo("abcde");
  }

  @Test
  void quotesAreThoseOfPython() {
    assertThat(Words.quote("a")).isEqualTo("'a'");
    assertThat(Words.quote("it's")).isEqualTo("\"it's\"");
    assertThat(Words.quote("it's \"so\"")).isEqualTo("'it\\'s \"so\"'");
    assertThat(Words.quote("a\\b\n")).isEqualTo("'a\\\\b\\n'");
  }

  @Test
  void columnsFillDownwardsInAsFewRowsAsFit() {
    List<String> names = List.of("one", "two", "three", "four", "five");
    assertThat(Columns.arrange(names, 79)).containsExactly("one  two  three  four  five");
    assertThat(Columns.arrange(names, 20)).containsExactly("one  three  five", "two  four ");
    assertThat(Columns.arrange(names, 3))
        .containsExactly("one  ", "two  ", "three", "four ", "five ");
    assertThat(Columns.arrange(List.of(), 79)).isEmpty();
  }
}
