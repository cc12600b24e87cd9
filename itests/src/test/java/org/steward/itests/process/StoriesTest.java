package org.steward.itests.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import org.steward.itests.harness.Pair;
import org.steward.itests.harness.Sandbox;

/**
 * What the activity log tells of a program from its start to the daemon's end is, word by word,
 * what Debian's Supervisor tells of it. Both run the same programs once, for all tests, and alone:
 * where the machine is busy, Debian's sees some of them too late to tell the same story.
 */
@Isolated
class StoriesTest {

  private static final String PROGRAMS =
      """
      [program:steady]
      command=sleep 1000

      [program:manual]
      command=sleep 1000
      autostart=false

      [program:instant]
      command=sh -c "sleep 3"
      startsecs=0
      autorestart=false

      [program:quick]
      command=sh -c "exit 3"
      startsecs=5
      startretries=2

      [program:untried]
      command=true
      startsecs=5
      startretries=0

      [program:suicide]
      command=sh -c "kill -9 $$"
      startsecs=5
      startretries=1

      [program:done]
      command=sh -c "sleep 2; exit 4"
      exitcodes=0,4

      [program:broken]
      command=sh %(ENV_PROGRAMS)s/first_run_exits.sh %(here)s/broken.ran 5

      [program:always]
      command=sh %(ENV_PROGRAMS)s/first_run_exits.sh %(here)s/always.ran 0
      autorestart=true

      [program:never]
      command=sh -c "sleep 2; exit 6"
      autorestart=false

      [program:shot]
      command=sh -c "sleep 2; kill -USR1 $$"
      autorestart=false

      [program:missing]
      command=/no/such/missing
      startretries=1

      [program:unknown]
      command=unknown
      startretries=0

      [program:plain]
      command=%(here)s/plain
      startretries=0

      [program:folder]
      command=%(here)s/folder
      startretries=0

      [program:stubborn]
      command=sh %(ENV_PROGRAMS)s/stubborn.sh
      stopwaitsecs=1

      [program:gentle]
      command=sh %(ENV_PROGRAMS)s/gentle.sh 0

      [program:grudging]
      command=sh %(ENV_PROGRAMS)s/gentle.sh 9

      [program:hung_up]
      command=sh %(ENV_PROGRAMS)s/gentle.sh 0
      stopsignal=HUP

      [program:used]
      command=sleep 1000
      stopsignal=USR2

      [program:many]
      process_name=%(program_name)s_%(process_num)02d
      command=sleep 1000
      numprocs=2
      numprocs_start=3

      [program:one]
      command=sleep 1000

      [program:two]
      command=sleep 1000

      [group:both]
      programs=one,two
      """;

  @RegisterExtension static final Sandbox SANDBOX = new Sandbox();

  private static Pair pair;

  @BeforeAll
  static void runAll() {
    pair = SANDBOX.pair(PROGRAMS);
    pair.each(
        daemon -> {
          daemon.write("plain", "#!/bin/sh\n");
          daemon.file("folder").toFile().mkdir();
        });
    pair.start();
    for (String program : "quick missing suicide untried unknown folder plain".split(" ")) {
      pair.awaitLog("gave up: " + program + " ");
    }
    pair.awaitLog("success: always ", 2).awaitLog("success: broken ", 2);
    pair.awaitLog("exited: never")
        .awaitLog("exited: instant")
        .awaitLog("exited: shot")
        .awaitLog("exited: done");
    pair.stop();
  }

  @Test
  void aProgramThatRunsIsSpawnedSucceedsAndIsStopped() {
    pair.assertSameStory("steady");
  }

  @Test
  void aProgramWithoutAutostartIsNotStarted() {
    assertThat(pair.steward().story("manual")).isEmpty();
  }

  @Test
  void withoutStartsecsAProgramSucceedsAtOnce() {
    pair.assertSameStory("instant");
  }

  @Test
  void earlyExitsAreRetriedUntilFatal() {
    pair.assertSameStory("quick");
  }

  @Test
  void withoutRetriesTheFirstEarlyExitIsFatal() {
    pair.assertSameStory("untried");
  }

  @Test
  void anEarlyDeathBySignalIsRetriedToo() {
    pair.assertSameStory("suicide");
  }

  @Test
  void anExpectedExitIsNotFollowedByARestart() {
    pair.assertSameStory("done");
  }

  @Test
  void anUnexpectedExitIsFollowedByARestart() {
    pair.assertSameStory("broken");
  }

  @Test
  void autorestartTrueRestartsAfterAnExpectedExit() {
    pair.assertSameStory("always");
  }

  @Test
  void autorestartFalseLeavesAnUnexpectedExit() {
    pair.assertSameStory("never");
  }

  @Test
  void aDeathBySignalIsAnUnexpectedExit() {
    pair.assertSameStory("shot");
  }

  @Test
  void aMissingFileIsASpawnErrorAndRetried() {
    pair.assertSameStory("missing");
  }

  @Test
  void aCommandThatIsNowhereInThePathIsASpawnError() {
    pair.assertSameStory("unknown");
  }

  @Test
  void aFileThatIsNotExecutableIsASpawnError() {
    pair.assertSameStory("plain");
  }

  @Test
  void aDirectoryIsASpawnError() {
    pair.assertSameStory("folder");
  }

  @Test
  void aProgramThatIgnoresItsStopSignalIsKilled() {
    pair.assertSameStory("stubborn");
  }

  @Test
  void aProgramThatEndsAsToldStopsWithItsStatus() {
    pair.assertSameStory("gentle");
  }

  @Test
  void anUnexpectedStatusOfAStopIsAWarning() {
    pair.assertSameStory("grudging");
  }

  @Test
  void theStopSignalIsTheConfiguredOne() {
    pair.assertSameStory("hung_up");
    assertThat(pair.steward().story("hung_up")).contains("INFO stopped: hung_up (exit status 0)");
    pair.assertSameStory("used");
    assertThat(pair.steward().story("used")).contains("WARN stopped: used (terminated by SIGUSR2)");
  }

  @Test
  void numprocsMakesSeveralProcessesOfAProgram() {
    pair.assertSameStory("many_03");
    pair.assertSameStory("many_04");
  }

  @Test
  void programsOfAGroupKeepTheirNames() {
    pair.assertSameStory("one");
    pair.assertSameStory("two");
  }
}
