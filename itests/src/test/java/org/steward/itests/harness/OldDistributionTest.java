package org.steward.itests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldDistributionTest {
  @TempDir Path directory;
  private Path compiled;

  @BeforeEach
  void aModuleAndItsJar() throws IOException {
    compiled = directory.resolve("bundles/core/target/classes/a/B.class");
    Files.createDirectories(compiled.getParent());
    Files.writeString(compiled, "same");
    Path jar = directory.resolve("dist/lib/bundles/1/core-1.0.jar");
    Files.createDirectories(jar.getParent());
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("a/B.class"));
      out.write(Files.readAllBytes(compiled));
    }
  }

  @Test
  void whatIsPackedAsItWasCompiledIsNotOld() throws IOException {
    assertThat(search().firstNewerClass()).isEmpty();
  }

  @Test
  void whatWasCompiledOtherwiseSinceIsFound() throws IOException {
    Files.writeString(compiled, "else");
    assertThat(search().firstNewerClass()).contains(compiled);
  }

  @Test
  void whatCameSinceIsFound() throws IOException {
    Path added = Files.writeString(compiled.resolveSibling("C.class"), "new");
    assertThat(search().firstNewerClass()).contains(added);
  }

  private OldDistribution search() {
    return new OldDistribution(directory.resolve("dist"), directory.resolve("bundles"));
  }
}
