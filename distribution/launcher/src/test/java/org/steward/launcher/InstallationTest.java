package org.steward.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

  @TempDir Path home;

  @Test
  void startLevelsAreOrderedByNumberAndTheirJarsByName() throws IOException {
    for (String file : List.of("10/a.jar", "2/c.jar", "2/b.jar", "2/notes.txt")) {
      Path path = home.resolve("lib/bundles").resolve(file);
      Files.createDirectories(path.getParent());
      Files.createFile(path);
    }
    List<StartLevel> levels = new Installation(home).startLevels();
    assertThat(levels).extracting(StartLevel::number).containsExactly(2, 10);
    assertThat(levels.getFirst().bundles())
        .extracting(jar -> jar.getFileName().toString())
        .containsExactly("b.jar", "c.jar");
  }

  @Test
  void installationWithoutBundlesIsAnError() throws IOException {
    Files.createDirectories(home.resolve("lib/bundles"));
    assertThatThrownBy(new Installation(home)::startLevels)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("found none");
  }
}
