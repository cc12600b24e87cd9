package org.steward.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.steward.api.control.Fault;
import org.steward.api.control.SupervisorFault;
import org.steward.api.process.ProcessState;
import org.steward.shell.GogoFixture;
import org.steward.shell.GogoFixture.Ran;

class CommandsTest {
  private final GogoFixture gogo = new GogoFixture();

  CommandsTest() {
    gogo.supervisor
        .with("web:web_0", ProcessState.RUNNING, 11)
        .with("web:web_1", ProcessState.RUNNING, 12)
        .with("off", ProcessState.STOPPED, 0);
    gogo.with(new StatusCommands(gogo.supervisor), "status", "pid", "version")
        .with(new OrderCommands(gogo.supervisor), "start", "stop", "restart", "signal", "send")
        .with(new ConfigurationCommands(gogo.supervisor), "add", "remove", "reread", "update")
        .with(new HelpCommand(), "help");
  }

  @AfterEach
  void close() {
    gogo.close();
  }

  @Test
  void statusIsATableOfAllAndFailsAsSupervisorctlDoesWhereOneIsStopped() throws Exception {
    Ran ran = gogo.run("supervisor:status");
    assertThat(ran.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("web:web_0  RUNNING  pid 11, uptime "),
            line -> assertThat(line).startsWith("web:web_1  RUNNING  pid 12, uptime "),
            line -> assertThat(line).startsWith("off        STOPPED  "));
    assertThat(ran.status()).isEqualTo(3);
  }

  @Test
  void aGroupIsNamedWithAStarThatIsNoFile() throws Exception {
    Ran ran = gogo.run("status web:*");
    assertThat(ran.out().lines()).hasSize(2);
    assertThat(ran.status()).isZero();
  }

  @Test
  void anUnknownNameIsToldWithItsStatus() throws Exception {
    Ran ran = gogo.run("status nobody");
    assertThat(ran.err()).isEqualTo("nobody: ERROR (no such process)\n");
    assertThat(ran.status()).isEqualTo(4);
  }

  @Test
  void outputCanBePiped() throws Exception {
    gogo.with(
        new Object() {
          @SuppressWarnings("unused") // Gogo calls it
          public String first() {
            String all = new java.util.Scanner(System.in).nextLine();
            return "first: " + all.split(" ")[0];
          }
        },
        "first");
    assertThat(gogo.run("status web:* | first").out()).isEqualTo("first: web:web_0\n");
  }

  @Test
  void ordersAreGivenOneByOneAndToldOf() throws Exception {
    gogo.supervisor.refuse("start off:off", new SupervisorFault(Fault.NO_FILE, "/bin/none"));
    Ran ran = gogo.run("start off web:web_0; signal hup web:web_1");
    assertThat(ran.out())
        .isEqualTo("off: ERROR (no such file)\nweb:web_0: started\nweb:web_1: signalled\n");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(gogo.supervisor.orders())
        .containsExactly("start off:off", "start web:web_0", "signal web:web_1 1");
  }

  @Test
  void thatOneRunsAlreadyIsNoFailure() throws Exception {
    gogo.supervisor.refuse("start off:off", new SupervisorFault(Fault.ALREADY_STARTED));
    Ran ran = gogo.run("start off");
    assertThat(ran.out()).isEqualTo("off: ERROR (already started)\n");
    assertThat(ran.status()).isZero();
  }

  @Test
  void restartStartsWhatDidNotRun() throws Exception {
    gogo.supervisor.refuse("stop off:off", new SupervisorFault(Fault.NOT_RUNNING));
    gogo.run("restart off");
    assertThat(gogo.supervisor.orders()).containsExactly("stop off:off", "start off:off");
  }

  @Test
  void signalsAreSentByName() throws Exception {
    gogo.run("signal HUP off");
    assertThat(gogo.supervisor.orders()).containsExactly("signal off:off 1");
    Ran ran = gogo.run("signal NONSENSE off");
    assertThat(ran.err()).contains("cannot send NONSENSE");
    assertThat(ran.status()).isEqualTo(CommandFailure.USAGE);
  }

  @Test
  void aLineIsSentToAProgram() throws Exception {
    gogo.run("send web:web_0 hello 'wide  world'");
    assertThat(gogo.supervisor.orders()).containsExactly("stdin web:web_0 hello wide  world\n");
  }

  @Test
  void theStatusOfAScriptIsThatOfItsLastFailure() throws Exception {
    Ran ran = gogo.run("status nobody\nstatus web:*\n");
    assertThat(ran.status()).isEqualTo(4);
    assertThat(ran.out().lines()).hasSize(2);
  }

  @Test
  void exitEndsAScriptWithAStatus() throws Exception {
    Ran ran = gogo.run("exit 5\nstart off\n");
    assertThat(ran.status()).isEqualTo(5);
    assertThat(gogo.supervisor.orders()).isEmpty();
  }

  @Test
  void aCommandMayGoOnOverLines() throws Exception {
    assertThat(gogo.run("x = [\nweb:web_0\n]\nstatus ($x get 0)\n").out()).startsWith("web:web_0");
  }

  @Test
  void anUnknownCommandIsToldOf() throws Exception {
    Ran ran = gogo.run("nonsense");
    assertThat(ran.err()).startsWith("Command not found: nonsense");
    assertThat(ran.status()).isEqualTo(127);
  }

  @Test
  void whatIsDoneIsWrittenDown() throws Exception {
    gogo.run("start off");
    assertThat(gogo.supervisor.logs().lines())
        .containsExactly(
            "INFO audit: alice from unix by shell: opens session 1",
            "INFO audit: alice from unix by shell: runs start off",
            "INFO audit: alice from unix by shell: closes session 1");
  }

  @Test
  void helpListsCommandsAndTellsOfOne() throws Exception {
    assertThat(gogo.run("help").out()).contains("supervisor:status", "show the state of processes");
    assertThat(gogo.run("help signal").out())
        .contains("signal <signal> <names> ...", "<signal>  the signal's name or number");
    assertThat(gogo.run("help nonsense").status()).isEqualTo(1);
  }
}
