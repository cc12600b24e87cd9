package org.steward.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.steward.core.config.ProcessConfig;
import org.steward.core.output.ChildLogs;
import org.steward.core.output.ChildOutput;
import org.steward.core.process.Configs;

class PreparationsTest {
  private final ProcessConfig config = Configs.program("cat").build();
  private final List<Long> ordered = new ArrayList<>();
  private final Preparations preparations =
      new Preparations(8 * 16, child -> ordered.add(child.token()));

  private void begin(long... tokens) {
    for (long token : tokens) {
      preparations.begin(output(token));
    }
  }

  private ChildOutput output(long token) {
    return new ChildOutput(token, config.id(), new ChildLogs(null, null), config.output(), false);
  }

  @Test
  void onlyAFewAreUnderWayAtATime() {
    begin(LongStream.rangeClosed(1, 20).toArray());
    assertThat(ordered).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
  }

  @Test
  void howManyDependsOnTheDescriptorsThereAre() {
    assertThat(underWayWith(30)).isEqualTo(4);
    assertThat(underWayWith(1024)).isEqualTo(64);
    assertThat(underWayWith(1_000_000)).isEqualTo(256);
    assertThat(underWayWith(-1)).isEqualTo(256);
  }

  private int underWayWith(long descriptors) {
    List<ChildOutput> begun = new ArrayList<>();
    Preparations many = new Preparations(descriptors, begun::add);
    for (int token = 0; token < 300; token++) {
      many.begin(output(token));
    }
    return begun.size();
  }

  @Test
  void eachThatIsOverMakesRoomForTheNext() {
    begin(LongStream.rangeClosed(1, 10).toArray());
    preparations.over(3);
    assertThat(ordered).endsWith(8L, 9L);
    preparations.over(1);
    assertThat(ordered).endsWith(9L, 10L);
    preparations.over(2);
    begin(11);
    assertThat(ordered).endsWith(10L, 11L);
  }
}
