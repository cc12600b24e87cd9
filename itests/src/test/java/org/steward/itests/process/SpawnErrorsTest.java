package org.steward.itests.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.itests.harness.Daemon;
import org.steward.itests.harness.Pair;
import org.steward.itests.harness.Sandbox;

/**
 * Programs that pass the checks before the fork, and fail after it. Supervisor's child says so in
 * the program's stderr and exits with 127; here the error is known to the daemon, which writes the
 * same into that log and gives it as the reason in the activity log.
 */
class SpawnErrorsTest {

  private static final String PROGRAMS =
      """
      [program:headless]
      command=%(here)s/headless
      startretries=0
      startsecs=60
      stderr_logfile=%(here)s/%(program_name)s.err

      [program:lost]
      command=%(here)s/lost
      startretries=0
      startsecs=60
      stderr_logfile=%(here)s/%(program_name)s.err

      [program:nowhere]
      command=sleep 1000
      directory=/no/such/directory
      startretries=0
      startsecs=60
      stderr_logfile=%(here)s/%(program_name)s.err

      [program:nolog]
      command=sleep 1000
      stdout_logfile=/no/such/directory/log
      startretries=0

      [program:fine]
      command=sleep 1000
      """;

  @RegisterExtension static final Sandbox SANDBOX = new Sandbox();

  private static Pair pair;

  @BeforeAll
  static void runAll() {
    pair = SANDBOX.pair(PROGRAMS.replaceAll("(?s)\\[program:nolog].*?\n\n", ""));
    pair.each(
        daemon -> {
          daemon.write("headless", "exit 0\n").toFile().setExecutable(true);
          daemon.write("lost", "#!/no/such/shell\n").toFile().setExecutable(true);
        });
    pair.start().awaitLog("gave up: ", 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"headless", "lost", "nowhere"})
  void theProgramsOwnLogSaysWhy(String program) {
    assertThat(text(pair.steward(), program)).isNotEmpty().isEqualTo(text(pair.debian(), program));
  }

  private static String text(Daemon daemon, String program) {
    return daemon.read(program + ".err").replace(daemon.folder().toString(), "DIR");
  }

  @Test
  void theActivityLogSaysWhyToo() {
    assertThat(pair.steward().story("headless"))
        .containsExactly(
            "INFO spawnerr: couldn't exec DIR/headless: ENOEXEC",
            "INFO gave up: headless entered FATAL state, too many start retries too quickly");
    assertThat(pair.steward().story("lost"))
        .contains("INFO spawnerr: couldn't exec DIR/lost: ENOENT");
    assertThat(pair.steward().log().toString())
        .contains("spawnerr: couldn't chdir to /no/such/directory: ENOENT");
  }

  @Test
  void anotherProgramIsNotHurt() {
    pair.steward().awaitRunning("fine");
    assertThat(pair.steward().child("fine").isAlive()).isTrue();
  }
}
