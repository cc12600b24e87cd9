package org.steward.core.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @TempDir Path directory;

  @BeforeEach
  void makeFiles() throws IOException {
    for (String name :
        List.of(
            "a.conf",
            "b.conf",
            "c.ini",
            ".h.conf",
            "[x].conf",
            "d/e.conf",
            "d/deep/f.conf",
            "é.conf")) {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      nullValues = "-",
      value = {
        "*.conf: [x].conf a.conf b.conf é.conf",
        "?.conf: a.conf b.conf é.conf",
        "[ab].conf: a.conf b.conf",
        "[a-b].conf: a.conf b.conf",
        "[!a].conf: b.conf é.conf",
        "[^a].conf: a.conf",
        "[]a].conf: a.conf",
        "[[]x].conf: [x].conf",
        "[b-a].conf: -",
        "[a.conf: -",
        "a.conf: a.conf",
        "nosuch: -",
        "*/*.conf: d/e.conf",
        "**/*.conf: d/e.conf",
        "**: [x].conf a.conf b.conf c.ini d é.conf",
        "*/deep/*: d/deep/f.conf",
        ".*.conf: .h.conf",
        "./d/../a.conf: ./d/../a.conf",
        "./[a]*: ./a.conf",
        "d/: d/",
        "a.conf/: -",
        "a.conf/*: -",
        "*/: d/",
      })
  void findsWhatPythonFinds(String pattern, String expected) {
    String base = directory + "/";
    List<String> found =
        Glob.find(base + pattern).stream().map(path -> path.substring(base.length())).toList();
    assertThat(found)
        .isEqualTo(expected == null ? List.of() : List.of(expected.strip().split(" ")));
  }

  @Test
  void joinsLikeAPath() {
    assertThat(Glob.join("/a", "b")).isEqualTo("/a/b");
    assertThat(Glob.join("/", "b")).isEqualTo("/b");
    assertThat(Glob.join("/a", "/b")).isEqualTo("/b");
    assertThat(Glob.join("", "b")).isEqualTo("b");
  }
}
