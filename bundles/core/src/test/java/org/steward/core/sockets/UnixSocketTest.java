package org.steward.core.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steward.core.spi.http.HttpServerSettings.Unix;

class UnixSocketTest {
  @TempDir Path directory;
  private Path path;

  @BeforeEach
  void choosePath() {
    path = directory.resolve("s.sock");
  }

  private UnixSocket bind() throws IOException {
    return UnixSocket.bind(new Unix(path.toString(), 0640, -1, -1, List.of()));
  }

  private void assertOnlyFileIs(Path expected) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(expected);
    }
  }

  @Test
  void fileHasTheConfiguredModeAndNothingElseIsLeft() throws IOException {
    UnixSocket socket = bind();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-r-----");
    assertOnlyFileIs(path);
    socket.channel().close();
  }

  @Test
  void ownerMayBeNamed() throws IOException {
    int uid = (Integer) Files.getAttribute(directory, "unix:uid");
    int gid = (Integer) Files.getAttribute(directory, "unix:gid");
    UnixSocket socket = UnixSocket.bind(new Unix(path.toString(), 0700, uid, gid, List.of()));
    assertThat(Files.getAttribute(path, "unix:gid")).isEqualTo(gid);
    socket.channel().close();
  }

  @Test
  void socketNobodyListensOnIsReplaced() throws IOException {
    bind().channel().close();
    UnixSocket successor = bind();
    assertThat(successor.isGone()).isFalse();
    successor.channel().close();
  }

  @Test
  void socketSomebodyListensOnIsLeftAlone() throws IOException {
    UnixSocket live = bind();
    Object before = Files.getAttribute(path, "unix:ino");
    assertThatThrownBy(this::bind).isInstanceOf(BindException.class);
    assertThat(Files.getAttribute(path, "unix:ino")).isEqualTo(before);
    live.channel().close();
  }

  @Test
  void anotherKindOfFileIsLeftAlone() throws IOException {
    Files.writeString(path, "precious");
    assertThatThrownBy(this::bind).isInstanceOf(FileAlreadyExistsException.class);
    assertThat(path).hasContent("precious");
  }

  @Test
  void failureLeavesNothingBehind() throws IOException {
    path = directory.resolve("missing").resolve("s.sock");
    assertThatThrownBy(this::bind).isInstanceOf(IOException.class);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void ownFileIsRemoved() throws IOException {
    UnixSocket socket = bind();
    socket.channel().close();
    socket.remove();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void fileThatTookItsPlaceIsNotRemoved() throws IOException {
    UnixSocket socket = bind();
    // Kept under another name, so that its inode is not given away at once.
    Files.move(path, directory.resolve("old"));
    UnixSocket other = bind();
    socket.remove();
    assertThat(path).exists();
    socket.channel().close();
    other.channel().close();
  }
}
