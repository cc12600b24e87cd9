package org.steward.itests.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.steward.itests.harness.Command;

/** The modules of the page that need no browser, tested by Node.js: its tests are beside them. */
class PageModulesTest {
  private static final Path TESTS = Path.of("../bundles/web/src/test/js");
  private static final Path MODULES =
      Path.of("../bundles/web/src/main/resources/org/steward/web/ui");

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).filter(file -> file.endsWith(".js")).sorted().toList();
    }
  }

  @Test
  void pureModulesDoWhatTheirTestsSay() throws IOException {
    List<String> words =
        Stream.concat(Stream.of("node", "--test", "--test-reporter=tap"), files(TESTS).stream())
            .toList();
    Command.Result result = Command.of(words.toArray(String[]::new)).run();
    assertThat(result.status()).as(result.out() + result.err()).isZero();
    assertThat(result.out()).contains("# fail 0").doesNotContain("# pass 0");
  }

  @Test
  void allModulesAreWellFormed() throws IOException {
    for (String file : files(MODULES)) {
      Command.Result result = Command.of("node", "--check", file).run();
      assertThat(result.status()).as(file + "\n" + result.err()).isZero();
    }
  }
}
