package org.steward.itests.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Sandbox;

/** What nothing but its control group still ties to a program is killed with it. */
class ControlGroupsTest {
  /** In no environment, group, session or parentage of its program. */
  private static final String ESCAPES =
      """
      [supervisord]
      cgroups=true

      [program:escapes]
      command=sh -c "setsid env -i sh -c 'sleep 1000 & echo $! >%(here)s/escaped' & wait; sleep 1000"
      killtree=true
      """;

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @Test
  void aProcessThatHidItsOriginIsKilledByItsGroup() throws IOException {
    Path groups = ownGroup();
    assumeTrue(
        groups != null && Files.isWritable(groups.resolve("cgroup.procs")),
        "skipped: needs cgroup v2, mounted for writing: see /proc/self/cgroup and mount -t cgroup2");
    Daemon daemon = sandbox.steward(ESCAPES).start();
    daemon.awaitRunning("escapes");
    daemon.awaitFile("escaped", "\n");
    Proc escaped = new Proc(Long.parseLong(daemon.read("escaped").strip()));
    Await.until("it has lost its parents", () -> escaped.parent() != daemon.child("escapes").pid());
    assertThat(daemon.log()).noneMatch(line -> line.message().contains("no control group"));
    assertThat(daemon.stop()).isZero();
    assertThat(escaped.isAlive()).isFalse();
    assertThat(daemon.read("supervisord.log"))
        .contains("left behind: [")
        .contains("" + escaped.pid());
    try (Stream<Path> left = Files.list(groups)) {
      assertThat(left.filter(path -> path.getFileName().toString().startsWith("steward-")))
          .isEmpty();
    }
  }

  /** Of these tests, and so of the daemon they start. */
  private static Path ownGroup() throws IOException {
    String mount = null;
    for (String line : Files.readAllLines(Path.of("/proc/self/mountinfo"))) {
      mount = mount == null && line.contains(" - cgroup2 ") ? line.split(" ")[4] : mount;
    }
    for (String line : Files.readAllLines(Path.of("/proc/self/cgroup"))) {
      if (mount != null && line.startsWith("0::/")) {
        return Path.of(mount, line.substring("0::".length()));
      }
    }
    return null;
  }
}
