package org.steward.itests.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.NeedsRoot;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Sandbox;

/** What others on the machine get to see and to touch of a daemon. */
class AttackSurfaceTest {
  private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
  private static final String TCP_LISTENS = "0A";

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @Test
  void withoutConfigurationNothingListens() throws IOException {
    Daemon daemon = sandbox.steward("[program:p]\ncommand=sleep 1000\n").start();
    Proc child = daemon.awaitRunning("p");
    daemon.awaitLog("supervisord started");
    for (Proc process : List.of(daemon.proc(), child)) {
      assertThat(listening(process)).isEmpty();
    }
    daemon.stop();
  }

  @Test
  void withAUnixSocketNothingElseListens() throws IOException {
    Daemon daemon =
        sandbox
            .steward(
                "[unix_http_server]\nfile=%(here)s/s\n[supervisorctl]\nserverurl=unix://%(here)s/s\n"
                    + "[rpcinterface:supervisor]\nsupervisor.rpcinterface_factory=a:b\n")
            .start()
            .awaitAnswer();
    assertThat(listening(daemon.proc())).hasSize(1).allMatch(line -> line.endsWith("/s"));
    daemon.stop();
  }

  @Test
  void filesAreForTheDaemonsUserWhereTheyTellOrDoAnything() throws IOException {
    Daemon daemon =
        sandbox.steward("[unix_http_server]\nfile=%(here)s/s\n[program:p]\ncommand=sleep 1000\n");
    daemon.start().awaitRunning("p");
    assertThat(mode(daemon.file("s"))).isEqualTo("rwx------");
    assertThat(mode(daemon.file("supervisord.pid"))).isEqualTo("rw-r--r--");
    assertThat(autoLogs(daemon)).isNotEmpty().allMatch(log -> mode(log).equals("rw-------"));
    try (Stream<Path> state = Files.walk(sandbox.directory().resolve("state/daemons"))) {
      assertThat(state.skip(1)).isNotEmpty().allMatch(file -> mode(file).endsWith("------"));
    }
    daemon.stop();
  }

  @Test
  void aPidFileThatLeadsElsewhereIsNotFollowed() throws IOException {
    Daemon daemon = sandbox.steward("");
    Path precious = daemon.write("precious", "not a pid");
    Files.createSymbolicLink(daemon.file("supervisord.pid"), precious);
    daemon.launch().awaitLog("could not write pidfile");
    assertThat(precious).hasContent("not a pid");
    daemon.signal("TERM");
    daemon.awaitExit();
    assertThat(precious).hasContent("not a pid");
  }

  @Test
  @NeedsRoot
  void aChildOfAnotherUserHasNothingLeftOfRoot() {
    Daemon daemon =
        sandbox
            .steward(
                "[program:p]\ncommand=sleep 1000\nuser=daemon\n[program:r]\ncommand=sleep 1000\n")
            .start();
    daemon.awaitRunning("r");
    Proc child = daemon.awaitRunning("p");
    Await.until("it is exec'ed", () -> child.arguments().getFirst().endsWith("sleep"));
    assertThat(child.status("Uid")).isEqualTo("1\t1\t1\t1");
    assertThat(child.status("Gid")).isEqualTo("1\t1\t1\t1");
    assertThat(child.status("Groups")).isEqualTo("1");
    for (String set : List.of("CapInh", "CapPrm", "CapEff", "CapAmb")) {
      assertThat(child.status(set)).as(set).isEqualTo("0000000000000000");
    }
    // As with Supervisor a program may still gain privileges by a setuid program, such as sudo.
    assertThat(child.status("NoNewPrivs")).isEqualTo("0");
    assertThat(child.descriptors()).containsExactly(0, 1, 2);
    daemon.stop();
  }

  private static List<Path> autoLogs(Daemon daemon) throws IOException {
    try (Stream<Path> files = Files.list(daemon.folder())) {
      return files.filter(file -> file.getFileName().toString().startsWith("p-std")).toList();
    }
  }

  private static String mode(Path file) {
    try {
      return PosixFilePermissions.toString(
          Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The lines of the kernel's tables for sockets of the process that listen. */
  private static List<String> listening(Proc process) throws IOException {
    List<String> inodes =
        process.descriptors().stream()
            .map(fd -> link(process, fd))
            .map(SOCKET::matcher)
            .filter(Matcher::matches)
            .map(matcher -> matcher.group(1))
            .toList();
    return Stream.of("tcp", "tcp6", "udp", "udp6", "unix")
        .flatMap(table -> lines(process, table))
        .filter(line -> inodes.stream().anyMatch(inode -> has(line, inode)))
        .toList();
  }

  private static String link(Proc process, int fd) {
    try {
      return process.link("fd/" + fd);
    } catch (IllegalStateException closedMeanwhile) {
      return "";
    }
  }

  private static Stream<String> lines(Proc process, String table) {
    try {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/net/" + table)).stream()
          .skip(1)
          .filter(
              line -> {
                String[] words = line.strip().split(" +");
                boolean unix = table.equals("unix");
                return unix ? words[3].equals("00010000") : words[3].equals(TCP_LISTENS);
              });
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean has(String line, String inode) {
    return List.of(line.strip().split(" +")).contains(inode);
  }
}
