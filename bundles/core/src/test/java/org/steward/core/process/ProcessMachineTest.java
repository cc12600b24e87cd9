package org.steward.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.steward.api.event.SupervisorEvent.ProcessStateChanged;
import org.steward.api.process.ProcessState;
import org.steward.core.config.AutoRestart;
import org.steward.core.posix.Signals;

class ProcessMachineTest {
  private static final Ending EXIT_0 = new Ending(0, 0, "exit status 0");
  private static final Ending EXIT_1 = new Ending(1, 0, "exit status 1");
  private static final Ending TERMINATED = new Ending(-1, 15, "terminated by SIGTERM");

  private long nanos = 1_000 * Moment.SECOND;
  private final List<String> log = new ArrayList<>();
  private final List<ProcessStateChanged> events = new ArrayList<>();

  @Test
  void startingProcessBecomesRunningAfterStartsecs() {
    ProcessMachine machine = machine(Configs.program("x"));
    start(machine);
    assertThat(machine.state()).isEqualTo(ProcessState.STARTING);

    long deadline = timer(machine.spawned(42, now()), Input.STAYED_UP);

    assertThat(deadline).isEqualTo(nanos + Moment.SECOND + 1);
    nanos = deadline;
    note(machine.apply(Input.STAYED_UP, now()));
    assertThat(machine.state()).isEqualTo(ProcessState.RUNNING);
    assertThat(log)
        .contains(
            "success: x entered RUNNING state, process has stayed up for > than 1 seconds (startsecs)");
  }

  @Test
  void withoutStartsecsItIsRunningOnceSpawned() {
    ProcessMachine machine = machine(Configs.program("x").startsecs(0));
    start(machine);
    note(machine.spawned(42, now()));
    assertThat(machine.state()).isEqualTo(ProcessState.RUNNING);
  }

  @Test
  void endingTooSoonBacksOffWhateverTheExitStatus() {
    ProcessMachine machine = machine(Configs.program("x"));
    start(machine);
    note(machine.spawned(42, now()));
    nanos += Moment.SECOND / 2;

    List<Effect> effects = machine.ended(EXIT_0, now());

    assertThat(machine.state()).isEqualTo(ProcessState.BACKOFF);
    assertThat(machine.spawnError()).isEqualTo("Exited too quickly (process log may have details)");
    assertThat(machine.ending()).isNull();
    assertThat(timer(effects, Input.RETRY_DUE)).isEqualTo(nanos + Moment.SECOND + 1);
    assertThat(log).contains("exited: x (exit status 0; not expected)");
  }

  @Test
  void theNthRetryWaitsNSecondsAndTheLastFailureIsFatal() {
    ProcessMachine machine = machine(Configs.program("x").startretries(3));
    start(machine);
    for (int failed = 1; failed <= 3; failed++) {
      List<Effect> effects = machine.spawnFailed("no such file", now());
      assertThat(timer(effects, Input.RETRY_DUE)).isEqualTo(nanos + failed * Moment.SECOND + 1);
      note(machine.apply(Input.RETRY_DUE, now()));
      assertThat(machine.state()).isEqualTo(ProcessState.STARTING);
    }

    List<Effect> effects = machine.spawnFailed("no such file", now());

    assertThat(timer(effects, Input.GIVE_UP)).isEqualTo(nanos);
    note(machine.apply(Input.GIVE_UP, now()));
    assertThat(machine.state()).isEqualTo(ProcessState.FATAL);
    assertThat(machine.spawnError()).isEqualTo("no such file");
    assertThat(log).contains("gave up: x entered FATAL state, too many start retries too quickly");
  }

  @Test
  void aStartFromFatalBeginsToCountAnew() {
    ProcessMachine machine = machine(Configs.program("x").startretries(0));
    start(machine);
    note(machine.spawnFailed("why", now()));
    note(machine.apply(Input.GIVE_UP, now()));

    start(machine);
    note(machine.spawnFailed("why", now()));

    assertThat(events.getLast().tries()).isEqualTo(1);
  }

  @Test
  void anExitFromRunningIsExpectedByItsExitcodes() {
    ProcessMachine machine = running(Configs.program("x").exitcodes(0, 2));
    note(machine.ended(EXIT_0, now()));
    assertThat(machine.state()).isEqualTo(ProcessState.EXITED);
    assertThat(events.getLast().expected()).isTrue();
    assertThat(events.getLast().pid()).isEqualTo(42);
    assertThat(machine.wantsRestart()).isFalse();
    assertThat(machine.pid()).isZero();
    assertThat(log).contains("exited: x (exit status 0; expected)");
  }

  @Test
  void anUnexpectedExitWantsARestart() {
    ProcessMachine machine = running(Configs.program("x"));
    note(machine.ended(EXIT_1, now()));
    assertThat(events.getLast().expected()).isFalse();
    assertThat(machine.spawnError()).isEqualTo("Bad exit code 1");
    assertThat(machine.wantsRestart()).isTrue();
    note(machine.restart(now()));
    assertThat(machine.restarts()).isEqualTo(1);
    assertThat(machine.state()).isEqualTo(ProcessState.STARTING);
    assertThat(machine.spawnError()).isEmpty();
  }

  @Test
  void autorestartTrueRestartsAfterAnExpectedExitAndFalseNever() {
    ProcessMachine always = running(Configs.program("x").autorestart(AutoRestart.ALWAYS));
    note(always.ended(EXIT_0, now()));
    assertThat(always.wantsRestart()).isTrue();

    ProcessMachine never = running(Configs.program("y").autorestart(AutoRestart.NEVER));
    note(never.ended(EXIT_1, now()));
    assertThat(never.wantsRestart()).isFalse();
  }

  @Test
  void anExitAfterStartsecsButBeforeItWasNoticedPassesThroughRunning() {
    ProcessMachine machine = machine(Configs.program("x"));
    start(machine);
    note(machine.spawned(42, now()));
    nanos += 2 * Moment.SECOND;
    note(machine.ended(EXIT_0, now()));
    assertThat(events.stream().map(ProcessStateChanged::to).toList())
        .endsWith(ProcessState.RUNNING, ProcessState.EXITED);
  }

  @Test
  void stopSendsTheSignalAndKillsAfterStopwaitsecs() {
    ProcessMachine machine = running(Configs.program("x").stop(Signals.SIGQUIT, 5, true, true));

    List<Effect> stop = machine.apply(Input.STOP, now());

    assertThat(machine.state()).isEqualTo(ProcessState.STOPPING);
    assertThat(stop).contains(new Effect.Signal(Signals.SIGQUIT, true));
    long deadline = timer(stop, Input.KILL_DUE);
    assertThat(deadline).isEqualTo(nanos + 5 * Moment.SECOND);
    nanos = deadline;
    List<Effect> kill = machine.apply(Input.KILL_DUE, now());
    assertThat(kill).contains(new Effect.Signal(Signals.SIGKILL, true));
    assertThat(timer(kill, Input.KILL_DUE)).isEqualTo(nanos + 5 * Moment.SECOND);
    assertThat(log).contains("killing 'x' (42) with SIGKILL");
    assertThat(machine.state()).isEqualTo(ProcessState.STOPPING);
  }

  @Test
  void aStoppedProcessIsStoppedWhateverItsStatusAndStaysSo() {
    ProcessMachine machine = running(Configs.program("x").autorestart(AutoRestart.ALWAYS));
    note(machine.apply(Input.STOP, now()));
    note(machine.ended(TERMINATED, now()));
    assertThat(machine.state()).isEqualTo(ProcessState.STOPPED);
    assertThat(machine.wantsRestart()).isFalse();
    assertThat(machine.administrativeStop()).isTrue();
    assertThat(log).contains("stopped: x (terminated by SIGTERM)");
  }

  @Test
  void stopInBackoffStopsAtOnce() {
    ProcessMachine machine = machine(Configs.program("x"));
    start(machine);
    note(machine.spawnFailed("why", now()));
    List<Effect> effects = machine.apply(Input.STOP, now());
    assertThat(machine.state()).isEqualTo(ProcessState.STOPPED);
    assertThat(effects).contains(new Effect.ClearTimer());
  }

  @Test
  void aStopBeforeTheSpawnCallsItOff() {
    ProcessMachine machine = machine(Configs.program("x"));
    start(machine);
    note(machine.apply(Input.STOP, now()));
    note(machine.apply(Input.SPAWN_CALLED_OFF, now()));
    assertThat(machine.state()).isEqualTo(ProcessState.STOPPED);
    assertThat(machine.pid()).isZero();
  }

  @Test
  void aSignalThatCannotBeSentLeavesTheStateUnknownUntilTheChildEnds() {
    ProcessMachine machine = running(Configs.program("x"));
    note(machine.apply(Input.STOP, now()));
    note(machine.signalFailed("EPERM", now()));
    assertThat(machine.state()).isEqualTo(ProcessState.UNKNOWN);
    note(machine.ended(EXIT_0, now()));
    assertThat(machine.state()).isEqualTo(ProcessState.EXITED);
  }

  @Test
  void factsThatCannotBeAreRefused() {
    ProcessMachine machine = machine(Configs.program("x"));
    assertThatThrownBy(() -> machine.spawned(1, now()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("x:x cannot take SPAWNED in STOPPED");
  }

  private static ProcessMachine machine(Configs config) {
    return new ProcessMachine(config.build());
  }

  private ProcessMachine running(Configs config) {
    ProcessMachine machine = machine(config);
    start(machine);
    note(machine.spawned(42, now()));
    nanos += 2 * Moment.SECOND;
    note(machine.apply(Input.STAYED_UP, now()));
    nanos += 10 * Moment.SECOND;
    return machine;
  }

  private void start(ProcessMachine machine) {
    List<Effect> effects = machine.apply(Input.START, now());
    note(effects);
    assertThat(effects).contains(new Effect.Spawn());
  }

  private Moment now() {
    return new Moment(nanos, 1_700_000_000L + nanos / Moment.SECOND);
  }

  private long timer(List<Effect> effects, Input input) {
    note(effects);
    return effects.stream()
        .filter(Effect.SetTimer.class::isInstance)
        .map(Effect.SetTimer.class::cast)
        .filter(timer -> timer.input() == input)
        .findFirst()
        .orElseThrow()
        .deadlineNanos();
  }

  private void note(List<Effect> effects) {
    for (Effect effect : effects) {
      if (effect instanceof Effect.Log line) {
        log.add(line.text());
      } else if (effect instanceof Effect.Emit emit
          && emit.event() instanceof ProcessStateChanged change) {
        events.add(change);
      }
    }
  }
}
