package org.steward.itests.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.NeedsRoot;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Sandbox;

/** What is short hurts the program that needs it, and neither the daemon nor other programs. */
class ScarcityTest {

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @Test
  void aVanishedLogDirectoryFailsTheStartOfItsProgramAlone() throws Exception {
    Daemon daemon =
        sandbox.steward(
            """
            [program:nolog]
            command=sh -c "sleep 2; exit 1"
            stdout_logfile=%(here)s/logs/log
            startretries=5

            [program:fine]
            command=sleep 1000
            """);
    Path logs = Files.createDirectory(daemon.file("logs"));
    daemon.start().awaitRunning("nolog");
    Files.delete(logs.resolve("log"));
    Files.delete(logs);
    daemon.awaitLog("spawnerr: unknown error making dispatchers for 'nolog': ENOENT");
    daemon.awaitRunning("fine");

    Files.createDirectory(logs);
    daemon.awaitLog("success: nolog entered RUNNING state", 2);
    assertThat(daemon.stop()).isZero();
  }

  @Test
  @NeedsRoot
  void aFullDiskMakesItsProgramWaitAndLosesNothing() throws Exception {
    Daemon daemon =
        sandbox.steward(
            """
            [program:writer]
            command=sh -c "seq 1 20000; echo done >&2; sleep 1000"
            stdout_logfile=%(here)s/small/log
            stderr_logfile=%(here)s/writer.err

            [program:fine]
            command=sh -c "while :; do echo tick; sleep 0.2; done"
            stdout_logfile=%(here)s/fine.log
            """);
    daemon.file("small").toFile().mkdir();
    daemon.startedBy(
        command ->
            command.under(
                "unshare",
                "--mount",
                "sh",
                "-c",
                "mount -t tmpfs -o size=64k none '"
                    + daemon.file("small")
                    + "' && exec \"$0\" \"$@\""));
    daemon.start().awaitLog("small/log: ENOSPC");
    daemon.awaitRunning("fine");
    daemon.awaitFile("fine.log", "tick");

    // Room comes back: what was written moves elsewhere by way of the daemon's own view of it.
    Path seen = Path.of("/proc/" + daemon.proc().pid() + "/root" + daemon.file("small") + "/log");
    byte[] first = Files.readAllBytes(seen);
    sandbox
        .command(
            "nsenter",
            "-t",
            "" + daemon.proc().pid(),
            "-m",
            "mount",
            "-o",
            "remount,size=1m",
            daemon.file("small").toString())
        .run();
    daemon.awaitLog("small/log takes output again");
    daemon.awaitFile("writer.err", "done");
    Await.until("all is written", () -> Files.readString(seen).endsWith("\n20000\n"));
    assertThat(Files.readString(seen)).hasLineCount(20000).startsWith(new String(first));
    assertThat(daemon.stop()).isZero();
  }

  @Test
  void withoutDescriptorsAStartFailsAndSaysSo() {
    StringBuilder programs = new StringBuilder("[supervisord]\nminfds=90\n");
    for (int i = 0; i < 60; i++) {
      programs.append("[program:p%02d]\ncommand=sleep 1000\nstartretries=0\n".formatted(i));
    }
    Daemon daemon =
        sandbox
            .steward(programs.toString())
            .startedBy(command -> command.under("prlimit", "--nofile=100:100"))
            .start();
    daemon.awaitLog("spawnerr: too many open files to spawn '");
    daemon.awaitLog("gave up: ").awaitRunning("p00"); // the first ones are not starved by the last
    assertThat(daemon.stop()).isZero();
  }

  @Test
  void aLogThatMayNotGrowMakesItsProgramWaitAndNobodyElse() {
    Daemon daemon =
        sandbox
            .steward(
                """
                [program:writer]
                command=sh -c "seq 1 100000; sleep 1000"
                stdout_logfile=%(here)s/writer.log

                [program:fine]
                command=sh -c "while :; do echo tick; sleep 0.2; done"
                stdout_logfile=%(here)s/fine.log
                """)
            .startedBy(command -> command.under("prlimit", "--fsize=200000:200000"))
            .start();
    daemon.awaitLog("writer.log: EFBIG");
    daemon.awaitRunning("fine");
    daemon.awaitFile("fine.log", "tick\ntick");
    assertThat(daemon.child("writer").isAlive()).isTrue();
    assertThat(daemon.stop()).isZero();
  }

  @Test
  @NeedsRoot
  void aFileSystemThatIsReadOnlyFailsTheStartsThatNeedIt() {
    Daemon daemon =
        sandbox.steward(
            """
            [program:nolog]
            command=sleep 1000
            stdout_logfile=%(here)s/fixed/log
            startretries=1

            [program:fine]
            command=sleep 1000
            """);
    daemon.file("fixed").toFile().mkdir();
    daemon.startedBy(
        command ->
            command.under(
                "unshare",
                "--mount",
                "sh",
                "-c",
                "mount -t tmpfs -o ro none '" + daemon.file("fixed") + "' && exec \"$0\" \"$@\""));
    daemon.start().awaitLog("spawnerr: unknown error making dispatchers for 'nolog': EROFS");
    daemon.awaitRunning("fine");
    daemon.awaitLog("gave up: nolog");
    assertThat(daemon.stop()).isZero();
  }

  @Test
  @NeedsRoot
  void whereNoProcessCanBeMadeAStartFailsAndIsTriedAgain() {
    Daemon daemon =
        sandbox.steward(
            """
            [supervisord]
            user=daemon

            [program:crashes]
            command=sleep 1000
            startretries=100

            [program:fine]
            command=sleep 1000
            """);
    sandbox.command("chown", "daemon", daemon.folder().toString()).run();
    Proc crashes = daemon.start().awaitRunning("crashes");
    Proc fine = daemon.awaitRunning("fine");
    limitProcesses(daemon, "1");
    crashes.kill();
    daemon.awaitLog("spawnerr: Too many processes in process table to spawn 'crashes'", 2);
    limitProcesses(daemon, mostPossible(daemon));
    daemon.awaitLog("success: crashes entered RUNNING state", 2);
    assertThat(daemon.child("fine")).isEqualTo(fine);
    assertThat(fine.isAlive()).isTrue();
    assertThat(daemon.stop()).isZero();
  }

  /** Of a running daemon's user: all its processes and threads count, of which there are more. */
  private void limitProcesses(Daemon daemon, String most) {
    String pid = "" + daemon.proc().pid();
    Command.Result result =
        sandbox
            .command("prlimit", "--pid", pid, "--nproc=" + most + ":")
            .under("setpriv", "--reuid=daemon", "--regid=daemon", "--clear-groups")
            .run();
    assertThat(result.status()).as("%s", result).isZero();
  }

  private static String mostPossible(Daemon daemon) {
    return daemon.proc().limits().replaceFirst("(?s).*Max processes +\\w+ +(\\w+).*", "$1");
  }
}
