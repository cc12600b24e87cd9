package org.steward.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandWordsTest {
  /** Expected values are what Python's shlex.split answers. */
  static Stream<Arguments> commands() {
    return Stream.of(
        Arguments.of("/bin/cat", List.of("/bin/cat")),
        Arguments.of("  a   b\tc ", List.of("a", "b", "c")),
        Arguments.of("sh -c 'a b; c'", List.of("sh", "-c", "a b; c")),
        Arguments.of("sh -c \"a 'b' \\\"c\\\" \\d\"", List.of("sh", "-c", "a 'b' \"c\" \\d")),
        Arguments.of("a\\ b c", List.of("a b", "c")),
        Arguments.of("a'b'\"c\"d", List.of("abcd")),
        Arguments.of("a '' b", List.of("a", "", "b")),
        Arguments.of("a # no comment", List.of("a", "#", "no", "comment")),
        Arguments.of("'\\'", List.of("\\")),
        Arguments.of("", List.of()));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void splitsAsAShellDoes(String command, List<String> words) {
    assertThat(CommandWords.split(command)).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a 'b", "a \"b", "a\\"})
  void refusesWhatIsNotClosed(String command) {
    assertThatThrownBy(() -> CommandWords.split(command))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
