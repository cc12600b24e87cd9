package org.steward.core.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steward.core.posix.Credentials.Limit;
import org.steward.core.posix.Credentials.Resource;

class CredentialsTest {
  private static final int REFUSED = -1;
  private static final int NOBODY = 65534;

  private final Kernel kernel = new Kernel();
  private final Posix posix = kernel.posix;
  @TempDir private Path directory;

  private void assumeRoot() {
    assumeTrue(posix.uid() == 0, "skipped: only root may change owners and users");
  }

  @AfterEach
  void close() {
    kernel.close();
  }

  @Test
  void threadWithItsOwnStateChangesNobodyElsesMaskOrDirectory() throws Exception {
    int before = posix.umask(022);
    FutureTask<Integer> changed =
        new FutureTask<>(
            () -> {
              if (!posix.privateFileSystemState()) {
                return REFUSED;
              }
              posix.chdir("/");
              return posix.umask(0);
            });
    Thread.ofPlatform().start(changed);
    assumeTrue(changed.get() != REFUSED, "skipped: here no thread may have a directory of its own");
    assertThat(changed.get()).isEqualTo(022);
    assertThat(posix.umask(before)).isEqualTo(022);
    assertThat(Path.of("/proc/self/cwd").toRealPath()).isNotEqualTo(Path.of("/"));
  }

  @Test
  void limitsAreLoweredAndRefusedAboveTheHardOne() {
    Limit limit = posix.limit(Resource.NOFILE);
    assertThat(limit.hard()).isGreaterThanOrEqualTo(limit.soft());
    posix.setLimit(Resource.NOFILE, new Limit(limit.soft() - 1, limit.hard()));
    assertThat(posix.limit(Resource.NOFILE).soft()).isEqualTo(limit.soft() - 1);
    posix.setLimit(Resource.NOFILE, limit);
    assertThatThrownBy(() -> posix.setLimit(Resource.NPROC, new Limit(2, 1)))
        .hasMessage("prlimit: EINVAL");
  }

  @Test
  void onlyFilesWithPermissionAreExecutable() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(posix.executable("/bin/sh")).isTrue();
    assertThat(posix.executable(file.toString())).isFalse();
    assertThat(posix.executable("/tmp")).isFalse();
    assertThat(posix.executable("/no/such/program")).isFalse();
  }

  @Test
  void missingDirectoryIsReported() {
    assertThatThrownBy(() -> posix.chdir("/no/such/directory")).hasMessage("chdir: ENOENT");
  }

  @Test
  void ownerOfAFileIsChanged() throws Exception {
    assumeRoot();
    Path file = Files.writeString(directory.resolve("file"), "");
    posix.chown(file.toString(), NOBODY, -1);
    assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(NOBODY);
    assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(0);
  }

  @Test
  void programRunsAsAnotherUser() {
    UserSwitch users = UserSwitch.find(posix);
    assumeRoot();
    assumeTrue(users != null, "skipped: no setpriv is installed");
    List<String> id = List.of("sh", "-c", "id -u; id -g; id -G; echo \"$1\"", "sh", "a b");
    List<String> argv = users.argv("/bin/sh", id, NOBODY, NOBODY);
    assertThat(kernel.run(kernel.request(users.path(), argv)).output().lines())
        .containsExactly("65534", "65534", "65534", "a b");
  }

  @Test
  void becomingAUserChangesEveryThread() throws Exception {
    assumeRoot();
    String threads = new SubJvm(kernel).run("become").output();
    assertThat(threads.lines().count()).isGreaterThan(3);
    assertThat(threads.lines())
        .allMatch("65534 65534 65534 65534/65534 65534 65534 65534/65534"::equals);
  }

  @Test
  void signalsBlockedBeforeTheStartComeThroughTheSignalDescriptor() {
    assertThat(new SubJvm(kernel).run("signals").output().lines())
        .containsExactly("blocked true", "none 0", "signal 1", "signal 3", "signal 15", "none 0");
  }

  @Test
  void replacedProgramKeepsItsProcessAndBlocksAllSignals() {
    List<String> lines = new SubJvm(kernel).run("exec").output().lines().toList();
    assertThat(lines.subList(1, lines.size())).contains(lines.get(0), "SigBlk:\tfffffffe7ffbfeff");
  }
}
