package org.steward.itests.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Implementation;
import org.steward.itests.harness.NeedsRoot;
import org.steward.itests.harness.Sandbox;

/** The archive unpacked in a folder that nobody may write. */
class UnpackedTest {

  private static final int NOBODY = 65534;

  @RegisterExtension final Sandbox sandbox = new Sandbox();
  private Path home;

  @BeforeEach
  void unpack() throws IOException {
    Path built = Path.of(Implementation.STEWARD.command("x")).getParent().getParent();
    String archive = built + "-linux-" + machine() + ".tar.gz";
    run("tar", "-xzf", archive);
    home = sandbox.directory().resolve(built.getFileName());
    run("chmod", "-R", "a-w", home.toString());
    Path run = Files.createDirectory(sandbox.directory().resolve("run"));
    run("chmod", "777", run.toString());
    Files.writeString(
        run.resolve("supervisord.conf"),
        """
        [supervisord]
        logfile=%(here)s/supervisord.log
        pidfile=%(here)s/supervisord.pid
        childlogdir=%(here)s

        [program:maps]
        command=sh -c 'cat /proc/$PPID/maps'
        startsecs=0
        autorestart=false
        stdout_logfile=%(here)s/maps
        """);
  }

  private String machine() {
    return sandbox.command("uname", "-m").run().out().strip();
  }

  private void run(String... words) {
    assertThat(sandbox.command(words).run().status()).as(String.join(" ", words)).isZero();
  }

  /**
   * Starts a daemon whose program writes the daemon's memory map, ends it, and returns that map.
   */
  private String mapsOfADaemon(String... prefix) throws IOException {
    Path run = sandbox.directory().resolve("run");
    Path console = sandbox.directory().resolve("console");
    Process daemon =
        sandbox
            .command(
                home.resolve("bin/supervisord").toString(),
                "-n",
                "-c",
                run.resolve("supervisord.conf").toString())
            .with("STEWARD_STATE_DIR", run.resolve("state").toString())
            .under(prefix)
            .start(console);
    Await.until(
        "the program has run",
        () -> Files.readString(console).contains("exited: maps"),
        () -> console.toString());
    run("kill", "-TERM", "" + daemon.pid());
    Await.until("the daemon ends", () -> !daemon.isAlive());
    assertThat(daemon.exitValue()).isZero();
    // Every line is one of the log: neither the JVM nor the container said anything.
    assertThat(Files.readString(console).lines()).allMatch(line -> line.matches("\\d{4}-.*"));
    return Files.readString(run.resolve("maps"));
  }

  @Test
  void usesItsAotCache() throws IOException {
    assertThat(mapsOfADaemon()).contains(home + "/lib/supervisord.aot");
  }

  @Test
  @NeedsRoot
  void runsForAnotherUser() throws IOException {
    String[] nobody = {"setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"};
    assertThat(mapsOfADaemon(nobody)).contains(home + "/lib/supervisord.aot");
  }

  @Test
  void startsWithoutAWordWhereTheCacheDoesNotFit() throws IOException {
    run("chmod", "u+w", home.resolve("lib/launcher.jar").toString());
    run("touch", home.resolve("lib/launcher.jar").toString());
    assertThat(mapsOfADaemon()).contains("libjvm.so");
  }

  @Test
  void toolsRunFromThereToo() {
    Command.Result sample =
        sandbox.command(home.resolve("bin/echo_supervisord_conf").toString()).run();
    assertThat(sample.err()).isEmpty();
    assertThat(sample.out()).contains("[supervisord]");
  }
}
