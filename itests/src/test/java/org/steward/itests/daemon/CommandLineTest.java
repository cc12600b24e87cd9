package org.steward.itests.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.itests.harness.Await;
import org.steward.itests.harness.Command;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Implementation;
import org.steward.itests.harness.NeedsRoot;
import org.steward.itests.harness.Sandbox;

/** Every option of {@code supervisord --help} does what its file's counterpart does. */
class CommandLineTest {

  private static final String SLEEPER =
      """
      [program:sleeper]
      command=sleep 1000
      """;

  @RegisterExtension final Sandbox sandbox = new Sandbox();

  @ParameterizedTest
  @ValueSource(strings = {"-h", "--help"})
  void helpNamesEveryOptionOfSupervisor(String option) {
    Command.Result help = sandbox.steward("").command(option).run();
    assertThat(help.status()).isZero();
    assertThat(help.err()).isEmpty();
    for (String known :
        sandbox
            .debian("")
            .command("-h")
            .run()
            .out()
            .replaceAll("(?m)^(?!-).*$", "")
            .split("\\s+")) {
      if (known.startsWith("-")) {
        for (String name : known.split("/")) {
          assertThat(help.out()).contains(name);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-v", "--version"})
  void versionIsOneLineOnStdout(String option) {
    Command.Result version = sandbox.steward("").command(option).run();
    assertThat(version).isEqualTo(new Command.Result(0, version.out(), ""));
    assertThat(version.out()).matches("\\d+\\.\\d+\\.\\d+\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--bogus", "-c", "stray", "-e nonsense", "-a many", "-c /no/such/file"})
  void whatCannotBeUnderstoodIsRefusedAsByTheOriginal(String arguments) {
    String[] words = arguments.split(" ");
    Command.Result steward = sandbox.steward("").command(words).run();
    Command.Result debian = sandbox.debian("").command(words).run();
    assertThat(steward.status()).isEqualTo(2).isEqualTo(debian.status());
    assertThat(steward.out()).isEqualTo(debian.out()).isEmpty();
    assertThat(steward.err()).startsWith("Error: ").contains("\nFor help, use ");
  }

  @Test
  void aTestSaysWhatIsWrongOrOddAndStartsNothing() {
    Daemon daemon = sandbox.steward("[program:sleeper]\ncommand=sleep 1000\nautostar=no\n");
    String file = daemon.file("supervisord.conf").toString();
    Command.Result odd = daemon.command("--test", "-c", file).run();
    assertThat(odd.status()).isZero();
    assertThat(odd.out())
        .contains("did you mean autostart?")
        .endsWith(file + " can be used: groups 1, processes 1\n");
    daemon.write("supervisord.conf", "[supervisord]\n[program:sleeper]\n");
    Command.Result wrong = daemon.command("--test", "-c", file).run();
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err())
        .startsWith("Error: " + file + ":2: [program:sleeper] expected the option command");
    assertThat(daemon.file("supervisord.log")).doesNotExist();
  }

  @Test
  void theArchiveHasNoConfigurationThatIsFoundBeforeTheMachines() {
    Path home = Path.of(Implementation.STEWARD.command("supervisord")).resolve("../..").normalize();
    assertThat(home.resolve("bin")).isDirectory();
    assertThat(home.resolve("supervisord.conf")).doesNotExist();
    assertThat(home.resolve("etc/supervisord.conf")).doesNotExist();
  }

  @Test
  void longOptionsComeBeforeTheFile() {
    Daemon daemon = sandbox.steward("[supervisord]\nloglevel=error\nidentifier=file\n" + SLEEPER);
    daemon.file("logs").toFile().mkdir();
    daemon.write("logs/x-stdout---line-abc.log", "old");
    daemon.launch(
        "--silent",
        "--logfile=other.log",
        "--logfile_maxbytes=100",
        "--logfile_backups=1",
        "--loglevel=debug",
        "--pidfile=other.pid",
        "--identifier=line",
        "--childlogdir=logs",
        "--nocleanup",
        "--minfds=200",
        "--strip_ansi",
        "--minprocs=100");
    daemon.awaitFile("other.pid", daemon.proc().pid() + "\n");
    Await.until(
        "the log is rotated", () -> daemon.file("other.log.1").toFile().exists(), daemon::seen);
    assertThat(daemon.read("console")).isEmpty();
    Await.until(
        "the program has a log there",
        () -> names(daemon).stream().anyMatch(name -> name.startsWith("sleeper-stdout---line-")),
        daemon::seen);
    assertThat(names(daemon)).contains("x-stdout---line-abc.log");
    assertThat(daemon.stop()).isZero();
    assertThat(daemon.file("other.log.2")).doesNotExist();
    assertThat(daemon.file("other.pid")).doesNotExist();
    assertThat(daemon.file("supervisord.log")).doesNotExist();
  }

  private static List<String> names(Daemon daemon) {
    return List.of(daemon.file("logs").toFile().list());
  }

  @Test
  void shortOptionsComeBeforeTheFile() {
    Daemon daemon = sandbox.steward(SLEEPER);
    daemon
        .launch(
            "-s",
            "-l",
            "other.log",
            "-y",
            "1MB",
            "-z",
            "2",
            "-e",
            "debug",
            "-j",
            "other.pid",
            "-i",
            "line",
            "-q",
            ".",
            "-k",
            "-a",
            "200",
            "-t")
        .awaitFile("other.log", "success: sleeper");
    assertThat(daemon.read("other.pid")).isEqualTo(daemon.proc().pid() + "\n");
    daemon.stop();
    assertThat(daemon.read("other.log")).contains("DEBG killing sleeper");
    assertThat(daemon.read("console")).isEmpty();
  }

  @Test
  void withoutSilentTheForegroundDaemonLogsToStdoutToo() {
    Daemon daemon = sandbox.steward(SLEEPER).start();
    daemon.awaitRunning("sleeper");
    daemon.stop();
    assertThat(daemon.read("console")).startsWith(daemon.read("supervisord.log"));
  }

  @Test
  @NeedsRoot
  void userIsWhoTheDaemonAndItsProgramsRunAs() {
    Daemon daemon = sandbox.steward(SLEEPER);
    sandbox
        .command("chown", "nobody", daemon.folder().toString(), sandbox.directory().toString())
        .run();
    daemon.start("-u", "nobody").awaitRunning("sleeper");
    assertThat(daemon.proc().status("Uid")).isEqualTo("65534\t65534\t65534\t65534");
    assertThat(daemon.child("sleeper").status("Uid")).isEqualTo("65534\t65534\t65534\t65534");
    assertThat(daemon.log().toString()).contains("Set uid to user 65534 succeeded");
    assertThat(daemon.stop()).isZero();
  }
}
