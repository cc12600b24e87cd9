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
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.NeedsRoot;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Rpc;
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
  void othersMayWriteNothingWhateverTheUmaskIs() throws IOException {
    Daemon daemon =
        sandbox
            .steward(
                "[unix_http_server]\nfile=%(here)s/s\n"
                    + "[program:p]\ncommand=sh -c 'echo hello; exec sleep 1000'\n"
                    + "stdout_logfile=%(here)s/p.log\n")
            .startedBy(command -> command.under("sh", "-c", "umask 0; exec \"$@\"", "sh"))
            .start();
    daemon.awaitRunning("p");
    daemon.awaitFile("p.log", "hello");
    assertThat(daemon.file("p.log")).exists();
    try (Stream<Path> files = Files.walk(sandbox.directory())) {
      assertThat(files)
          .contains(sandbox.directory().resolve("state/cache/0"), daemon.file("supervisord.pid"))
          .filteredOn(file -> mode(file).endsWith("w-") || mode(file).endsWith("wx"))
          .filteredOn(file -> !file.startsWith(sandbox.directory().resolve("state/cache/0/")))
          .isEmpty();
    }
    assertThat(mode(sandbox.directory().resolve("state/cache/0"))).isEqualTo("rwx------");
    daemon.stop();
  }

  @Test
  @NeedsRoot
  void aDaemonThatBecomesAnotherUserIsAllThereAndCanBeUpgraded() {
    Daemon daemon = sandbox.steward(Rpc.SECTIONS + "[supervisord]\nuser=daemon\n");
    Command.of("chown", "daemon", daemon.folder().toString()).run();
    daemon.start().awaitAnswer();
    assertThat(daemon.proc().status("Uid")).isEqualTo("1\t1\t1\t1");
    assertThat(daemon.ctl("upgrade").out()).startsWith("upgraded from");
    assertThat(daemon.awaitAnswer().stop()).isZero();
    assertThat(daemon.read("console")).doesNotContain("cannot");
  }

  @Test
  @NeedsRoot
  void aLogThatLeadsWhereAnotherUserWantsIsNotFollowed() throws IOException {
    Daemon daemon =
        sandbox.steward(
            "[program:p]\ncommand=sh -c 'echo hello; exec sleep 1000'\n"
                + "stdout_logfile=%(here)s/open/p.log\n");
    Path precious = daemon.write("precious", "not a log");
    Path open = Files.createDirectory(daemon.file("open"));
    Files.setAttribute(open, "unix:mode", 01777);
    Path link = Files.createSymbolicLink(open.resolve("p.log"), precious);
    Files.setAttribute(link, "unix:uid", 1, LinkOption.NOFOLLOW_LINKS);
    daemon.start().awaitLog("spawnerr: unknown error making dispatchers for 'p': EACCES");
    assertThat(precious).hasContent("not a log");
    daemon.stop();
  }

  @Test
  void aPidFileThatNobodyReadsHoldsNothingUp() throws IOException {
    Daemon daemon = sandbox.steward("[program:p]\ncommand=sleep 1000\n");
    Command.of("mkfifo", daemon.file("supervisord.pid").toString()).run();
    daemon.launch().awaitLog("could not write pidfile").awaitRunning("p");
    daemon.signal("TERM");
    assertThat(daemon.awaitExit()).isZero();
    assertThat(daemon.file("supervisord.pid")).exists();
  }

  @Test
  @NeedsRoot
  void memoryThatAnotherUserMadeFirstIsNotUsed() throws IOException {
    Daemon daemon = sandbox.steward("[program:p]\ncommand=sleep 1000\n").start();
    Path memory = memory(daemon);
    assertThat(mode(memory)).isEqualTo("rw-------");
    daemon.stop();
    Files.createFile(memory);
    try {
      Files.setAttribute(memory, "unix:uid", 1);
      daemon.start().awaitLog("cannot use " + memory + ": ");
      daemon.stop();
      assertThat(Files.size(memory)).isZero();
    } finally {
      Files.delete(memory);
    }
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

  /** What keeps output that is on its way when the daemon dies. */
  private static Path memory(Daemon daemon) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + daemon.proc().pid() + "/maps")).stream()
        .filter(line -> line.contains("/dev/shm/steward-"))
        .map(line -> Path.of(line.substring(line.indexOf("/dev/"))))
        .findFirst()
        .orElseThrow();
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
