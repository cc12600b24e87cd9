package org.steward.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.steward.ctl.action.BuiltinActions;
import org.steward.ctl.action.PlatformActions;

/** The reference is written from supervisorctl's help; this says when it is stale. */
class SupervisorctlReferenceTest {
  private static final String WRITE = "steward.docs.write";
  private static final Path PAGE = Path.of("../../docs/reference/supervisorctl.md");

  @Test
  void thePageSaysWhatTheHelpSays() throws IOException {
    String page = SupervisorctlReference.page();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE)
        .as(
            "stale: write it with mvn -pl bundles/ctl -am test -Dtest=SupervisorctlReferenceTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -D"
                + WRITE
                + "=true")
        .hasContent(page);
  }

  @ParameterizedTest
  @MethodSource("actions")
  void helpStartsWithTheNameOfTheAction(String action) {
    assertThat(SupervisorctlReference.help(action)).startsWith(action);
  }

  static Stream<String> actions() {
    return Stream.of(new BuiltinActions(), new PlatformActions())
        .flatMap(source -> SupervisorctlReference.names(source).stream());
  }
}
