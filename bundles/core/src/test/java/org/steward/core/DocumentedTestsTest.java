package org.steward.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The reference names tests as evidence; each of them is there. */
class DocumentedTestsTest {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");

  @Test
  void everyTestTheReferenceNamesExists() throws IOException {
    List<Path> sources = testSources();
    List<String> named = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (Path page : files(ROOT.resolve("docs/reference"), ".md")) {
      NAMED
          .matcher(Files.readString(page))
          .results()
          .forEach(
              test -> {
                named.add(test.group());
                if (!exists(sources, test.group(1), test.group(2))) {
                  missing.add(page.getFileName() + ": " + test.group());
                }
              });
    }

    assertThat(named).as("tests named").isNotEmpty();
    assertThat(missing).as("named in docs/reference, but not there").isEmpty();
  }

  private static boolean exists(List<Path> sources, String test, @Nullable String method) {
    return sources.stream()
        .filter(source -> source.endsWith(test + ".java"))
        .anyMatch(source -> method == null || text(source).contains(" void " + method + "("));
  }

  private static List<Path> testSources() throws IOException {
    List<Path> sources = new ArrayList<>(files(ROOT.resolve("itests/src/test"), "Test.java"));
    try (Stream<Path> bundles = Files.list(ROOT.resolve("bundles"))) {
      for (Path tests : bundles.map(bundle -> bundle.resolve("src/test")).toList()) {
        if (Files.isDirectory(tests)) {
          sources.addAll(files(tests, "Test.java"));
        }
      }
    }
    return sources;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
