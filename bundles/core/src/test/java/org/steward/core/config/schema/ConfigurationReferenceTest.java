package org.steward.core.config.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reference is written from the schema; this says when it is stale, and writes it anew. */
class ConfigurationReferenceTest {
  private static final String WRITE = "steward.docs.write";
  private static final Path PAGE = Path.of("../../docs/reference/configuration.md");

  @Test
  void thePageSaysWhatTheSchemaSays() throws IOException {
    String page = ConfigurationReference.page();
    if (Boolean.getBoolean(WRITE)) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE)
        .as(
            "stale: write it with mvn -pl bundles/core -am test -Dtest=ConfigurationReferenceTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -D"
                + WRITE
                + "=true")
        .hasContent(page);
  }

  @ParameterizedTest
  @EnumSource(SectionKind.class)
  void keysAreUniqueWithinTheirSection(SectionKind kind) {
    assertThat(kind.options()).extracting(Option::key).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(SectionKind.class)
  void everyOptionIsExplainedInASentence(SectionKind kind) {
    assertThat(kind.meaning()).endsWith(".");
    assertThat(kind.options()).allMatch(option -> option.meaning().endsWith("."));
    assertThat(kind.options()).allMatch(option -> option.type().meaning().endsWith("."));
  }
}
