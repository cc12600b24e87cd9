package org.steward.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The overview for authors of plugins leaves nothing out. */
class ContractPageTest {
  private static final Path MODULE = Path.of("").toAbsolutePath();
  private static final Pattern PUBLIC =
      Pattern.compile(
          "^public (?:final |sealed )?(?:@?interface|class|record|enum) ", Pattern.MULTILINE);

  @Test
  void everyTypeOfTheApiIsMentioned() throws IOException {
    String page = Files.readString(MODULE.resolve("../../docs/reference/plugin-api.md"));
    assertThat(publicTypes())
        .hasSizeGreaterThan(30)
        .allSatisfy(
            type ->
                assertThat(Pattern.compile("\\b" + type + "\\b").matcher(page).find())
                    .as(type + " is mentioned in docs/reference/plugin-api.md")
                    .isTrue());
  }

  private static List<String> publicTypes() throws IOException {
    try (Stream<Path> sources = Files.walk(MODULE.resolve("src/main/java"))) {
      return sources
          .filter(file -> file.toString().endsWith(".java"))
          .filter(ContractPageTest::isPublic)
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .toList();
    }
  }

  private static boolean isPublic(Path source) {
    try {
      return PUBLIC.matcher(Files.readString(source)).find();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
