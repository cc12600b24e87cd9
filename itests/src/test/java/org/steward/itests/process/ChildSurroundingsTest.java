package org.steward.itests.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.itests.harness.NeedsRoot;
import org.steward.itests.harness.Pair;
import org.steward.itests.harness.Proc;
import org.steward.itests.harness.Sandbox;

/** What a child gets from its parent is what it gets from Debian's Supervisor. */
@NeedsRoot
class ChildSurroundingsTest {

  private static final String PROGRAMS =
      """
      [supervisord]
      umask=027
      environment=GLOBAL="from supervisord",LIST="a,b",UMLAUT="grüße",EMPTY=""
      identifier=tester

      [unix_http_server]
      file=%(here)s/s.sock

      [program:plain]
      command=sleep 1000

      [program:nobody]
      command=sleep 1000
      user=nobody

      [program:masked]
      command=sleep 1000
      umask=077

      [program:placed]
      command=sleep 1000
      directory=/usr/share

      [program:rich]
      command=sleep 1000
      environment=A="1",B="x y",C="%(program_name)s %(process_num)d %(group_name)s %(here)s",
        D="%(ENV_HOME)s",E=word,GLOBAL="from the program",WORLD="äöü€😀",P="100%%"
      serverurl=http://localhost:1

      [program:arguments]
      command=python3 -c "import time; time.sleep(1000)" 'a b' "c\\"d" e%%f "%(ENV_UMLAUT)s" ünïcode ;none

      [program:local]
      command=tool 1000
      environment=PATH="%(here)s/bin:/usr/bin:/bin"

      [program:relative]
      command=bin/tool 1000

      [program:placed_relative]
      command=bin/tool 1000
      directory=%(here)s

      [program:group_of_two]
      command=sleep 1000
      numprocs=2
      process_name=%(group_name)s-%(process_num)d
      environment=NUMBER="%(process_num)d"

      [group:team]
      programs=group_of_two
      """;

  @RegisterExtension static final Sandbox SANDBOX = new Sandbox();

  private static Pair pair;

  @BeforeAll
  static void runAll() {
    pair = SANDBOX.pair(PROGRAMS);
    pair.each(
        daemon -> {
          daemon.file("bin").toFile().mkdir();
          daemon.write("bin/tool", "#!/bin/sh\nexec sleep $1\n").toFile().setExecutable(true);
          daemon.startedBy(command -> command.with("UMLAUT", "grüße"));
        });
    pair.start().awaitLog("entered RUNNING state", 11);
  }

  private static <T> void assertSame(String program, Function<Proc, T> property) {
    assertThat(property.apply(pair.steward().child(program)))
        .isEqualTo(property.apply(pair.debian().child(program)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "nobody", "rich", "local", "team-0", "team-1"})
  void theEnvironmentIsTheSame(String program) {
    assertThat(pair.steward().environment(program)).isEqualTo(pair.debian().environment(program));
  }

  @Test
  void theEnvironmentNamesTheProcessAndTheServer() {
    assertThat(pair.steward().environment("team-1"))
        .containsEntry("SUPERVISOR_ENABLED", "1")
        .containsEntry("SUPERVISOR_PROCESS_NAME", "team-1")
        .containsEntry("SUPERVISOR_GROUP_NAME", "team")
        .containsEntry("SUPERVISOR_SERVER_URL", "unix://DIR/s.sock")
        .containsEntry("NUMBER", "1")
        .containsEntry("UMLAUT", "grüße");
  }

  @Test
  void theCommandLineIsTheSame() {
    assertSame("arguments", Proc::arguments);
    assertThat(pair.steward().child("arguments").arguments())
        .containsExactly(
            "python3",
            "-c",
            "import time; time.sleep(1000)",
            "a b",
            "c\"d",
            "e%f",
            "grüße",
            "ünïcode");
  }

  @Test
  void theUserIsTheConfiguredOneWithAllItsGroups() {
    for (String field :
        List.of("Uid", "Gid", "Groups", "CapPrm", "CapEff", "CapBnd", "NoNewPrivs")) {
      assertSame("nobody", process -> process.status(field));
    }
    assertThat(pair.steward().child("nobody").status("Uid")).startsWith("65534");
    // The one difference: a program that runs as another user is called by its path.
    assertThat(pair.steward().child("nobody").arguments())
        .containsExactly("/usr/bin/sleep", "1000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "masked"})
  void theFileModeMaskIsTheSame(String program) {
    assertSame(program, process -> process.status("Umask"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"placed", "nobody"})
  void theDirectoryIsTheConfiguredOneOrTheDaemons(String program) {
    assertThat(pair.steward().child(program).link("cwd"))
        .isEqualTo(program.equals("placed") ? "/usr/share" : pair.steward().folder().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "relative", "placed_relative"})
  void theFileIsFoundByPathOrPlace(String program) {
    assertThat(pair.steward().child(program).arguments()).containsExactly("sleep", "1000");
  }

  @Test
  void noSignalIsBlockedOrIgnored() {
    Proc child = pair.steward().child("plain");
    assertThat(child.status("SigBlk")).matches("0+");
    assertThat(child.status("SigIgn")).matches("0+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "nobody", "masked"})
  void nothingButTheThreePipesIsInherited(String program) {
    Proc child = pair.steward().child(program);
    assertThat(child.descriptors()).containsExactly(0, 1, 2);
    assertThat(List.of("fd/0", "fd/1", "fd/2")).allMatch(fd -> child.link(fd).startsWith("pipe:"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "nobody"})
  void aChildLeadsAProcessGroupInTheDaemonsSession(String program) {
    Proc child = pair.steward().child(program);
    assertThat(child.group()).isEqualTo(child.pid());
    assertThat(child.session()).isEqualTo(pair.steward().proc().session());
    assertThat(child.parent()).isEqualTo(pair.steward().proc().pid());
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "nobody"})
  void limitsAndNicenessAreTheSame(String program) {
    assertSame(program, Proc::limits);
    assertSame(program, process -> process.stat(19));
  }
}
