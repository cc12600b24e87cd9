package org.steward.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.steward.core.posix.Held;

class RecordTextTest {
  enum Colour {
    RED,
    GREEN
  }

  sealed interface Shape {
    record Circle(int radius) implements Shape {}

    record Point() implements Shape {}
  }

  record Part(Shape shape, @Nullable Integer umask, String name) {}

  record Whole(
      long number,
      boolean flag,
      @Nullable Path path,
      Colour colour,
      List<Part> parts,
      Map<String, String> words,
      Set<Colour> colours,
      List<Long> numbers,
      Held held) {}

  private static final Whole WHOLE =
      new Whole(
          -5,
          true,
          Path.of("/a b/c=d"),
          Colour.GREEN,
          List.of(
              new Part(new Shape.Circle(3), 0, "percent % and\nline \u00fc \u20ac"),
              new Part(new Shape.Point(), null, "")),
          Map.of("key=", "", "k", "v"),
          Set.of(Colour.RED),
          List.of(0L, 7L),
          new Held(12));

  @Test
  void whatIsWrittenIsReadBack() {
    TextLine line = new TextLine("state");
    assertThat(RecordText.write("it", WHOLE, line)).containsExactly(12);
    assertThat(RecordText.read("it", Whole.class, TextLine.parse(line.toString())))
        .isEqualTo(WHOLE);
  }

  @Test
  void whatOnlyANewerDaemonKnowsIsSkippedAndWhatAnOlderOneDidNotIsEmpty() {
    TextLine line = new TextLine("state").with("it", "Whole").with("it.invention", "shiny");
    assertThat(RecordText.read("it", Whole.class, line))
        .isEqualTo(new Whole(0, false, null, null, List.of(), Map.of(), Set.of(), List.of(), null));
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    for (String field :
        List.of(
            "it.number=x",
            "it.colour=BLUE",
            "it.parts.size=1",
            "it.parts.size=999999999999",
            "it.parts.size=-1 it.numbers.size=3",
            "it.words.size=2000000000",
            "it.parts.size=1 it.parts.0=Part it.parts.0.shape=Square",
            "it.held=Held it.held.fd=99999999999")) {
      TextLine line = TextLine.parse("state it=Whole " + field);
      assertThatThrownBy(() -> RecordText.read("it", Whole.class, line))
          .as(field)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> RecordText.read("it", Whole.class, new TextLine("state")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void damagedTextIsReadOrRefusedAndNothingElse() {
    TextLine line = new TextLine("state");
    RecordText.write("it", WHOLE, line);
    List<String> words = List.of(line.toString().split(" "));
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      List<String> damaged = new ArrayList<>(words);
      damaged.remove(1 + random.nextInt(damaged.size() - 1));
      int at = 1 + random.nextInt(damaged.size() - 1);
      String word = damaged.get(at);
      int cut = random.nextInt(word.length());
      damaged.set(
          at, word.substring(0, cut) + (char) ('!' + random.nextInt(90)) + word.substring(cut));
      try {
        RecordText.read("it", Whole.class, TextLine.parse(String.join(" ", damaged)));
      } catch (IllegalArgumentException expected) {
        assertThat(expected).isNotNull();
      }
    }
  }
}
