package org.steward.core.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpawnTest {
  private final Kernel kernel = new Kernel();
  private final Posix posix = kernel.posix;
  @TempDir private Path directory;

  @AfterEach
  void close() {
    kernel.close();
  }

  @Test
  void exitStatusOfAChildIsReported() {
    assertThat(kernel.shell("exit 7").status()).isEqualTo(ExitStatus.exited(7));
  }

  @Test
  void signalThatEndedAChildIsReported() {
    assertThat(kernel.shell("kill -KILL $$").status()).isEqualTo(ExitStatus.killed(9));
  }

  @Test
  void childGetsItsArgumentsAndItsEnvironmentAsTheyAre() {
    SpawnRequest request =
        new SpawnRequest(
            "/bin/sh",
            List.of("sh", "-c", "printf '%s|' \"$@\" \"$X\" \"$Y\"", "sh", "a b", "", "ü"),
            List.of("X=1=2", "Y=\uDCFFé"),
            null,
            null,
            kernel.devNull,
            -1,
            -1);
    SpawnRequest octets =
        new SpawnRequest(
            "/bin/sh",
            List.of("sh", "-c", "printf %s \"$Y\" | od -An -tx1"),
            List.of("PATH=/usr/bin:/bin", "Y=\uDCFFé"),
            null,
            null,
            kernel.devNull,
            -1,
            -1);
    assertThat(kernel.run(request).output()).startsWith("a b||ü|1=2|");
    assertThat(kernel.run(octets).output().strip()).isEqualTo("ff c3 a9");
  }

  @Test
  void signalsOfAChildAreUnblockedAndAtTheirDefaults() {
    String status = kernel.run(cat("/proc/self/status")).output();
    assertThat(mask(status, "SigBlk")).isZero();
    assertThat(mask(status, "SigIgn")).isZero();
    assertThat(mask(status, "SigCgt")).isZero();
  }

  @Test
  void signalsStayBlockedInASessionOfItsOwn() {
    long hup = 1L << (Signals.SIGHUP - 1);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment signals = arena.allocate(128);
      signals.set(ValueLayout.JAVA_LONG, 0, hup);
      NativeFunction change = NativeFunction.of("pthread_sigmask");
      change.raw(0, signals.address(), 0, 0, 0, 0);
      String status = kernel.run(cat("/proc/self/status").inOwnSession()).output();
      change.raw(1, signals.address(), 0, 0, 0, 0);
      assertThat(mask(status, "SigBlk") & hup).isEqualTo(hup);
    }
  }

  @Test
  void childLeadsItsOwnProcessGroup() {
    String[] stat = kernel.run(cat("/proc/self/stat")).output().split(" ");
    assertThat(stat[4]).isEqualTo(stat[0]);
  }

  @Test
  void childInheritsNothingBeyondItsThreeDescriptors() {
    int leaked = posix.open("/dev/zero", Descriptors.O_RDONLY, 0);
    posix.setCloseOnExec(leaked, false);
    SpawnRequest list = kernel.request("/bin/ls", List.of("ls", "/proc/self/fd"));
    // 3 is ls's own view of the directory.
    assertThat(kernel.run(list).output().split("\n")).containsExactly("0", "1", "2", "3");
    posix.close(leaked);
  }

  @Test
  void childRunsInItsDirectory() throws Exception {
    SpawnRequest pwd =
        Kernel.in(kernel.request("/bin/pwd", List.of("pwd")), directory.toString(), null);
    assertThat(kernel.run(pwd).output().strip()).isEqualTo(directory.toRealPath().toString());
  }

  @Test
  void relativeProgramIsLookedUpInTheDaemonsDirectory() {
    String up = "../".repeat(Path.of("").toAbsolutePath().getNameCount());
    SpawnRequest pwd = kernel.request(up + "bin/pwd", List.of("pwd"));
    assertThat(kernel.run(Kernel.in(pwd, "/", null)).output().strip()).isEqualTo("/");
  }

  @Test
  void childGetsItsFileModeMaskAndTheDaemonKeepsItsOwn() {
    int before = posix.umask(022);
    try {
      SpawnRequest umask = kernel.request("/bin/sh", List.of("sh", "-c", "umask"));
      assertThat(kernel.run(Kernel.in(umask, null, 0137)).output().strip()).isEqualTo("0137");
      assertThat(posix.umask(022)).isEqualTo(022);
    } finally {
      posix.umask(before);
    }
  }

  @Test
  void missingProgramIsAnErrorOfExec() {
    assertThatThrownBy(() -> kernel.run(kernel.request("/no/such/program", List.of("x"))))
        .hasMessage("exec: ENOENT");
  }

  @Test
  void missingDirectoryIsAnErrorOfChdir() {
    SpawnRequest request = kernel.request("/bin/true", List.of("true"));
    assertThatThrownBy(() -> kernel.run(Kernel.in(request, "/no/such/directory", null)))
        .hasMessage("chdir: ENOENT");
    assertThatThrownBy(() -> kernel.run(Kernel.in(request, "/dev/null", null)))
        .hasMessage("chdir: ENOTDIR");
  }

  @Test
  void fileWithoutPermissionOrFormatOrInterpreterIsAnErrorOfExec() throws Exception {
    assertThatThrownBy(() -> kernel.run(program("plain", "#!/bin/sh\n", "rw-r--r--")))
        .hasMessage("exec: EACCES");
    assertThatThrownBy(() -> kernel.run(program("odd", "odd\n", "rwxr-xr-x")))
        .hasMessage("exec: ENOEXEC");
    assertThatThrownBy(() -> kernel.run(program("lost", "#!/no/such/sh\n", "rwxr-xr-x")))
        .hasMessage("exec: ENOENT");
  }

  @Test
  void argumentsTooLongAreAnErrorOfExec() {
    String huge = "x".repeat(200_000);
    assertThatThrownBy(() -> kernel.run(kernel.request("/bin/true", List.of("true", huge))))
        .hasMessage("exec: E2BIG");
  }

  @Test
  void closedDescriptorIsAnErrorOfDup2() {
    SpawnRequest request =
        new SpawnRequest("/bin/true", List.of("true"), List.of(), null, null, 9999, 1, 2);
    assertThatThrownBy(() -> posix.spawn(request)).hasMessage("dup2: EBADF");
  }

  @Test
  void descriptorsAmongTheFirstThreeMayBeSwapped() throws Exception {
    // 0 of this process becomes the child's 2 and the other way round; 1 goes onto itself.
    SpawnRequest request =
        new SpawnRequest(
            "/bin/sh",
            List.of(
                "sh",
                "-c",
                "test \"$(readlink /proc/$$/fd/0)\" = \"$TWO\""
                    + " && test \"$(readlink /proc/$$/fd/1)\" = \"$ONE\""
                    + " && test \"$(readlink /proc/$$/fd/2)\" = \"$ZERO\""),
            List.of("PATH=/usr/bin:/bin", "ZERO=" + link(0), "ONE=" + link(1), "TWO=" + link(2)),
            null,
            null,
            2,
            1,
            0);
    assertThat(kernel.awaitExit(posix.spawn(request))).isEqualTo(ExitStatus.exited(0));
  }

  @Test
  void failedSpawnsLeakNothing() throws Exception {
    kernel.shell("true");
    var before = Kernel.descriptors().size();
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> kernel.run(kernel.request("/no/such/program", List.of("x"))))
          .isInstanceOf(PosixException.class);
    }
    assertThat(Kernel.descriptors()).hasSize(before);
  }

  @Test
  void thousandChildrenAreSpawnedAndReapedWithoutALeak() throws Exception {
    kernel.shell("true");
    int before = Kernel.descriptors().size();
    SpawnRequest request = kernel.request("/bin/true", List.of("true"));
    List<Integer> pids = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      pids.add(posix.spawn(request));
    }
    assertThat(pids).allSatisfy(pid -> assertThat(kernel.awaitExit(pid).code()).isZero());
    assertThat(Kernel.descriptors()).hasSize(before);
  }

  @Test
  void exitStatusesSurviveAParentThatIgnoredSigchld() {
    int ignore = 1;
    NativeFunction.of("signal").raw(Signals.SIGCHLD, ignore, 0, 0, 0, 0);
    try (Kernel later = new Kernel()) {
      assertThat(later.shell("exit 5").status()).isEqualTo(ExitStatus.exited(5));
    }
  }

  private SpawnRequest cat(String file) {
    return kernel.request("/bin/cat", List.of("cat", file));
  }

  private SpawnRequest program(String name, String text, String permissions) throws Exception {
    Path file = Files.writeString(directory.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    return kernel.request(file.toString(), List.of(name));
  }

  private static String link(int fd) throws Exception {
    return Files.readSymbolicLink(Path.of("/proc/self/fd/" + fd)).toString();
  }

  private static long mask(String status, String name) {
    return status
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .mapToLong(line -> Long.parseUnsignedLong(line.substring(name.length() + 1).strip(), 16))
        .findFirst()
        .orElseThrow();
  }
}
