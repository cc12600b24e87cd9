package org.steward.launcher;

import static java.nio.file.attribute.PosixFilePermission.GROUP_WRITE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest {

  @TempDir Path root;
  private Path systemState;
  private Path temporary;
  private int uid;

  @BeforeEach
  void makeFolders() throws IOException {
    systemState = Files.createDirectory(root.resolve("var-lib"));
    temporary = Files.createDirectory(root.resolve("tmp"));
    uid = User.current().id();
  }

  private StateDirectory choice(Map<String, String> environment, int id) {
    return new StateDirectory(
        environment, new User(id, root.resolve("home")), systemState, temporary);
  }

  @Test
  void namedDirectoryIsCreatedAndUsed() throws IOException {
    Path named = root.resolve("a/b");
    Map<String, String> environment =
        Map.of("STEWARD_STATE_DIR", named.toString(), "STATE_DIRECTORY", "/nowhere");
    assertThat(choice(environment, uid).create()).isEqualTo(named).isDirectory();
  }

  @Test
  void firstDirectoryOfSystemdIsUsed() throws IOException {
    Map<String, String> environment =
        Map.of("STATE_DIRECTORY", root.resolve("one") + ":" + root.resolve("two"));
    assertThat(choice(environment, uid).create()).isEqualTo(root.resolve("one"));
  }

  @Test
  void namedDirectoryThatCannotBeMadeIsAnError() throws IOException {
    Path file = Files.createFile(root.resolve("file"));
    StateDirectory choice = choice(Map.of("STEWARD_STATE_DIR", file.resolve("x").toString()), uid);
    assertThatThrownBy(choice::create).isInstanceOf(IOException.class);
  }

  @Test
  void othersMayNotWriteWhatIsMade() throws IOException {
    Path named = root.resolve("a/b");
    StateDirectory choice = choice(Map.of("STEWARD_STATE_DIR", named.toString()), uid);
    Path caches = choice.caches(choice.create());
    for (Path made : List.of(named.getParent(), named, caches)) {
      assertThat(Files.getPosixFilePermissions(made)).doesNotContain(OTHERS_WRITE, GROUP_WRITE);
    }
  }

  @Test
  void namedDirectoryThatOthersMayWriteGetsOneTheyMayNot() throws IOException {
    Path open = Files.createDirectory(root.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path made = choice(Map.of("STEWARD_STATE_DIR", open.toString()), uid).create();
    assertThat(made).isEqualTo(open.resolve("steward-" + uid));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
        .isEqualTo("rwxr-xr-x");
  }

  @Test
  void namedDirectoryOfAnotherUserIsRefused() throws IOException {
    assumeTrue(uid == 0, "only root can give a directory away");
    Path foreign = Files.createDirectory(root.resolve("foreign"));
    Files.setAttribute(foreign, "unix:uid", 1);
    StateDirectory choice = choice(Map.of("STEWARD_STATE_DIR", foreign.toString()), 0);
    assertThatThrownBy(choice::create)
        .hasMessageContaining("expected a directory of uid 0 or root, and it is one of uid 1");
    assertThat(choice(Map.of("STEWARD_STATE_DIR", foreign.toString()), 1).create())
        .isEqualTo(foreign);
  }

  @Test
  void rootUsesTheSystemsStateDirectory() throws IOException {
    assertThat(choice(Map.of(), 0).create()).isEqualTo(systemState.resolve("steward"));
  }

  @Test
  void userUsesTheStateDirectoryOfTheBaseDirectories() throws IOException {
    Map<String, String> environment = Map.of("XDG_STATE_HOME", root.resolve("xdg").toString());
    assertThat(choice(environment, 1000).create()).isEqualTo(root.resolve("xdg/steward"));
    assertThat(choice(Map.of("XDG_STATE_HOME", "relative"), 1000).create())
        .isEqualTo(root.resolve("home/.local/state/steward"));
  }

  @Test
  void homeThatCannotBeMadeFallsBackToATemporaryDirectoryOfItsOwn() throws IOException {
    Files.createFile(root.resolve("home"));
    Path expected = temporary.resolve("steward-" + uid);
    Map<String, String> environment = Map.of("XDG_STATE_HOME", root.resolve("home").toString());
    assertThat(choice(environment, uid).createOwn()).isEqualTo(expected);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(expected)))
        .isEqualTo("rwxr-xr-x");
    assertThat(choice(environment, uid).createOwn()).isEqualTo(expected);
  }

  @Test
  void temporaryDirectoryOfSomebodyElseIsRefused() throws IOException {
    Files.createDirectory(
        temporary.resolve("steward-" + (uid + 1)),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    assertRefused(choice(Map.of(), uid + 1));
  }

  @Test
  void temporaryDirectoryOpenToOthersIsRefused() throws IOException {
    Path open = Files.createDirectory(temporary.resolve("steward-" + uid));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertRefused(choice(Map.of(), uid));
  }

  @Test
  void symbolicLinkInTheTemporaryDirectoryIsRefused() throws IOException {
    Files.createSymbolicLink(temporary.resolve("steward-" + uid), systemState);
    assertRefused(choice(Map.of(), uid));
  }

  private static void assertRefused(StateDirectory choice) {
    assertThatThrownBy(choice::createOwn)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("set STEWARD_STATE_DIR");
  }
}
