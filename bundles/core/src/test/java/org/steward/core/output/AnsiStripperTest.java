package org.steward.core.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnsiStripperTest {
  private final AnsiStripper ansi = new AnsiStripper();

  @Test
  void sequencesAreRemovedWhereverTheStreamIsTornInTwo() {
    byte[] story = OutputBench.bytes("a\33[1;31mred\33[0m \33x \33\33[Kb\33[?25lc\33");
    for (int at = 0; at <= story.length; at++) {
      String left = strip(Arrays.copyOf(story, at));
      left += strip(Arrays.copyOfRange(story, at, story.length));
      left += text(ansi.end());
      assertThat(left).as("torn at %d", at).isEqualTo("ared \33x \33bc\33");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"H", "f", "A", "B", "C", "D", "R", "s", "u", "J", "K", "h", "l", "p", "m"})
  void eachOfSupervisorsTerminatorsEndsASequence(String terminator) {
    assertThat(strip(OutputBench.bytes("x\33[12;3" + terminator + "y"))).isEqualTo("xy");
  }

  @Test
  void otherLettersDoNotEndASequence() {
    assertThat(strip(OutputBench.bytes("x\33[5nEGmy"))).isEqualTo("xy");
  }

  @Test
  void partOfAnArrayIsStripped() {
    byte[] bytes = OutputBench.bytes("12345");
    assertThat(text(ansi.strip(bytes, 1, 4))).isEqualTo("234");
  }

  private String strip(byte[] bytes) {
    return text(ansi.strip(bytes, 0, bytes.length));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
