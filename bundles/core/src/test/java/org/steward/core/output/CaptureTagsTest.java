package org.steward.core.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureTagsTest {
  private static final String BEGIN = "<!--XSUPERVISOR:BEGIN-->";
  private static final String END = "<!--XSUPERVISOR:END-->";
  private static final String STORY =
      "a<" + BEGIN + "<!--XS" + END + "<!--X<!--XSUPERVISOR:" + BEGIN + "bc" + END + "d<<!--";
  private static final String TOLD = "a<[<!--XS]<!--X<!--XSUPERVISOR:[bc]d<<!--";

  private final StringBuilder told = new StringBuilder();
  private final CaptureTags tags =
      new CaptureTags(
          new CaptureTags.Receiver() {
            @Override
            public void text(byte[] bytes, int from, int to) {
              if (from < to) {
                told.append(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
              }
            }

            @Override
            public void capture(boolean on) {
              told.append(on ? '[' : ']');
            }
          });

  @Test
  void tagsAreFoundWhereverTheStreamIsTornInTwo() {
    byte[] story = OutputBench.bytes(STORY);
    for (int at = 0; at <= story.length; at++) {
      told.setLength(0);
      tags.take(Arrays.copyOf(story, at));
      tags.take(Arrays.copyOfRange(story, at, story.length));
      tags.end();
      assertThat(told.toString()).as("torn at %d", at).isEqualTo(TOLD);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 11, 23, 24, 25})
  void tagsAreFoundInPiecesOfAnySize(int size) {
    byte[] story = OutputBench.bytes(STORY);
    for (int at = 0; at < story.length; at += size) {
      tags.take(Arrays.copyOfRange(story, at, Math.min(at + size, story.length)));
    }
    tags.end();
    assertThat(told.toString()).isEqualTo(TOLD);
  }

  @Test
  void textThatCannotBecomeATagIsNotHeldBack() {
    tags.take(OutputBench.bytes("short line\n"));
    assertThat(told.toString()).isEqualTo("short line\n");
    tags.take(OutputBench.bytes("<!-"));
    assertThat(told.toString()).isEqualTo("short line\n");
    tags.take(OutputBench.bytes("x"));
    assertThat(told.toString()).isEqualTo("short line\n<!-x");
  }

  @Test
  void endTagOutsideCaptureIsText() {
    tags.take(OutputBench.bytes(END + BEGIN + BEGIN + END));
    assertThat(told.toString()).isEqualTo(END + "[" + BEGIN + "]");
  }
}
