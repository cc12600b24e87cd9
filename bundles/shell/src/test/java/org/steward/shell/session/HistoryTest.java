package org.steward.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  @TempDir Path state;

  @Test
  void eachUserHasAFileInAFolderThatIsTheDaemonsAlone() throws Exception {
    Path folder = state.resolve("shell");
    Path file = History.fileOf("alice", folder).orElseThrow();
    assertThat(file.getParent()).isEqualTo(folder);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    assertThat(History.fileOf("bob", folder).orElseThrow()).isNotEqualTo(file);
    assertThat(History.fileOf("", folder)).isPresent();
  }

  @Test
  void aNameLeadsToNoOtherFolder() {
    Path folder = state.resolve("shell");
    assertThat(History.fileOf("../../etc/passwd", folder).orElseThrow().getParent())
        .isEqualTo(folder);
  }

  @Test
  void withoutAFolderNothingIsKept() {
    assertThat(History.fileOf("alice", null)).isEmpty();
  }
}
