package org.steward.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.core.config.CommandLine.Options;
import org.steward.core.config.CommandLine.PrintAndExit;
import org.steward.core.config.CommandLine.Run;
import org.steward.core.config.CommandLine.Setting;

class CommandLineTest {
  private static final Path HERE = Path.of("/srv/dir");

  @Test
  void valuesMayBeJoinedOrSeparate() {
    Map<String, Setting> expected = Map.of("logfile", new Setting("-l", "x"));
    assertThat(run("-c", "f", "-l", "x").settings()).isEqualTo(expected);
    assertThat(run("-cf", "-lx").settings()).isEqualTo(expected);
    assertThat(run("--configuration=f", "--logfile=x").settings())
        .containsExactly(Map.entry("logfile", new Setting("--logfile", "x")));
    assertThat(run("--configuration", "f", "--logfile", "x").settings().keySet())
        .containsExactly("logfile");
  }

  @Test
  void shortFormsMayBeBundled() {
    Options options = run("-nskt", "-cf");
    assertThat(options.settings().keySet())
        .containsExactly("nodaemon", "silent", "nocleanup", "strip_ansi");
    assertThat(options.settings().values()).allMatch(setting -> setting.value().equals("true"));
    assertThat(run("-nc", "f").configFile()).isEqualTo(HERE.resolve("f"));
  }

  @Test
  void anOptionsValueMayLookLikeAnOption() {
    assertThat(run("-c", "-n").configFile()).isEqualTo(HERE.resolve("-n"));
    assertThat(run("-c", "f", "-i", "").settings().get("identifier"))
        .isEqualTo(new Setting("-i", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "--nod, nodaemon",
    "--si, silent",
    "--logfile, logfile",
    "--logfile_m, logfile_maxbytes",
    "--minf, minfds",
    "--pid, pidfile",
    "--no, ''",
    "--min, ''",
    "--p, ''",
    "--l, ''",
  })
  void longFormsMayBeAbbreviatedToAnyUniqueStart(String spelled, String name) {
    List<String> arguments =
        name.startsWith("no") || name.equals("silent")
            ? List.of("-cf", spelled)
            : List.of("-cf", spelled, "1");
    if (name.isEmpty()) {
      assertThat(refusal(arguments)).contains("cannot tell " + spelled);
    } else {
      assertThat(run(arguments).settings().keySet()).containsExactly(name);
    }
  }

  @Test
  void theFlagForAShellTakesNoAbbreviationAway() {
    assertThat(run("--con", "f").configFile()).isEqualTo(HERE.resolve("f"));
    assertThat(run("-cf").console()).isFalse();
    assertThat(run("-cf", "--console").console()).isTrue();
  }

  @Test
  void aTestRunsNothing() {
    assertThat(commandLine().parse(List.of("-cf", "--test", "-lx")))
        .isInstanceOfSatisfying(
            CommandLine.Test.class,
            test -> assertThat(test.options().settings()).containsOnlyKeys("logfile"));
  }

  @Test
  void aShellKeepsTheDaemonInTheForegroundAndItsLogOffTheTerminal() {
    Options options = run("-cf", "--console");
    assertThat(options.settings().keySet()).containsExactly("nodaemon");
    assertThat(options.silent().settings().keySet()).containsExactly("nodaemon", "silent");
    assertThat(run("-cf", "-n", "--console").settings()).containsOnlyKeys("nodaemon");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-x",
        "--nope",
        "--nodaemon=1",
        "-c",
        "--configuration",
        "-cf -c g",
        "-cf -n -n",
        "-cf -n --nodaemon",
        "-cf -l a --logfile=b",
        "-cf extra",
        "-cf - -n",
        "-cf -- -n",
        "-cf --profile_options=calls"
      })
  void othersAreRefusedWithStatusTwo(String arguments) {
    PrintAndExit outcome = exit(List.of(arguments.split(" ")));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.text())
        .startsWith("Error: ")
        .endsWith("\nFor help, use /usr/bin/supervisord -h\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-h", "-?", "--help", "--he"})
  void helpNamesEveryOption(String argument) {
    PrintAndExit outcome = exit(List.of(argument));
    assertThat(outcome.status()).isZero();
    assertThat(outcome.text()).contains("Usage: /usr/bin/supervisord [options]");
    for (Flag flag : Flag.ALL) {
      assertThat(outcome.text()).contains("--" + flag.name());
    }
    assertThat(outcome.text().lines()).allMatch(line -> line.length() <= 110);
  }

  @Test
  void versionIsPrintedAlone() {
    assertThat(exit(List.of("-v"))).isEqualTo(new PrintAndExit("9.8.7\n", 0));
    assertThat(exit(List.of("-n", "--version", "-h"))).isEqualTo(new PrintAndExit("9.8.7\n", 0));
  }

  @ParameterizedTest
  @CsvSource({
    "/usr/bin/supervisord, /usr/etc/supervisord.conf",
    "/usr/bin/supervisord, /usr/supervisord.conf",
    "/usr/bin/supervisord, /srv/dir/supervisord.conf",
    "/usr/bin/supervisord, /srv/dir/etc/supervisord.conf",
    "/usr/bin/supervisord, /etc/supervisord.conf",
    "/usr/bin/supervisord, /etc/supervisor/supervisord.conf",
    "home/bin/supervisord, /srv/dir/home/etc/supervisord.conf",
    "bin/supervisord, /srv/dir/etc/supervisord.conf",
    "supervisord, /srv/dir/etc/supervisord.conf",
    "/supervisord, /etc/supervisord.conf",
  })
  void filesAreLookedForWhereSupervisorLooks(String program, Path only) {
    CommandLine commandLine = new CommandLine(program, "9.8.7", HERE, only::equals);
    Run run = (Run) commandLine.parse(List.of());
    assertThat(run.options().configFile()).isEqualTo(only);
    assertThat(run.options().searched()).isTrue();
  }

  @Test
  void theFirstPlaceWins() {
    Set<Path> there =
        Set.of(Path.of("/etc/supervisord.conf"), Path.of("/srv/dir/supervisord.conf"));
    CommandLine commandLine =
        new CommandLine("/usr/bin/supervisord", "9.8.7", HERE, there::contains);
    Run run = (Run) commandLine.parse(List.of("-n"));
    assertThat(run.options().configFile()).isEqualTo(Path.of("/srv/dir/supervisord.conf"));
  }

  @Test
  void withoutAFileAllPlacesAreNamed() {
    assertThat(refusal(List.of())).contains("/usr/etc/supervisord.conf", "-c");
  }

  @Test
  void aNamedFileNeedNotExistYet() {
    Options options = run("-c", "../x.conf");
    assertThat(options.configFile()).isEqualTo(Path.of("/srv/x.conf"));
    assertThat(options.searched()).isFalse();
  }

  private static Options run(String... arguments) {
    return run(List.of(arguments));
  }

  private static Options run(List<String> arguments) {
    CommandLine.Outcome outcome = commandLine().parse(arguments);
    assertThat(outcome).isInstanceOf(Run.class);
    return ((Run) outcome).options();
  }

  private static String refusal(List<String> arguments) {
    return exit(arguments).text();
  }

  private static PrintAndExit exit(List<String> arguments) {
    CommandLine.Outcome outcome = commandLine().parse(arguments);
    assertThat(outcome).isInstanceOf(PrintAndExit.class);
    return (PrintAndExit) outcome;
  }

  private static CommandLine commandLine() {
    return new CommandLine("/usr/bin/supervisord", "9.8.7", HERE, path -> false);
  }
}
