package org.steward.core.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steward.api.event.SupervisorEvent.ProcessStateChanged;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;
import org.steward.core.config.LogLevel;
import org.steward.core.config.ProcessConfig;

/**
 * The life of one process. Takes inputs, changes its state by the {@link TransitionTable} and
 * returns what has to be done. Owned by the supervision loop; not thread-safe.
 *
 * <p>The rules are Supervisor's (its manual's pages on subprocesses and on the program section),
 * apart from durations being measured on the monotonic clock.
 */
public final class ProcessMachine {
  /**
   * From one start to the next by policy, at least: a program that ends at once again and again is
   * to use up neither the machine nor its log.
   */
  private static final long SHORTEST_CYCLE = Moment.SECOND / 4;

  private final ProcessId id;
  private ProcessConfig config;
  private ProcessState state = ProcessState.STOPPED;
  private int pid;
  private int failedStarts;
  private long startedAtNanos;
  private long startedAt;
  private long stoppedAt;
  private long restarts;
  private boolean administrativeStop;
  private String spawnError = "";
  private @Nullable Ending ending;
  private Effect.@Nullable SetTimer timer;
  private List<Effect> effects = new ArrayList<>();

  /** A stopped process. */
  public ProcessMachine(ProcessConfig config) {
    this.id = config.id();
    this.config = config;
  }

  /** Its name. */
  public ProcessId id() {
    return id;
  }

  /** Its configuration. */
  public ProcessConfig config() {
    return config;
  }

  /** Its state. */
  public ProcessState state() {
    return state;
  }

  /** Its child, 0 where there is none. */
  public int pid() {
    return pid;
  }

  /** Wall-clock second of the last start, 0 if never started. */
  public long startedAt() {
    return startedAt;
  }

  /** Wall-clock second of the last end, 0 if it never ended. */
  public long stoppedAt() {
    return stoppedAt;
  }

  /** How often its policy started it again. */
  public long restarts() {
    return restarts;
  }

  /** Whether a user stopped it. */
  public boolean administrativeStop() {
    return administrativeStop;
  }

  /** Why the last start failed or the last run ended badly, empty if it did not. */
  public String spawnError() {
    return spawnError;
  }

  /** How its last run ended, null while it runs or where it says nothing of the program. */
  public @Nullable Ending ending() {
    return ending;
  }

  /** All it knows, for a machine of a later daemon. */
  public ProcessMemory memory() {
    return new ProcessMemory(
        state,
        pid,
        failedStarts,
        restarts,
        startedAtNanos,
        startedAt,
        stoppedAt,
        administrativeStop,
        spawnError,
        ending,
        timer);
  }

  /**
   * Goes on where a machine of an earlier daemon was. No event tells of it, as nothing happened to
   * the process.
   */
  public List<Effect> resume(ProcessMemory memory) {
    state = memory.state();
    pid = memory.pid();
    failedStarts = memory.failedStarts();
    restarts = memory.restarts();
    startedAtNanos = memory.startedAtNanos();
    startedAt = memory.startedAt();
    stoppedAt = memory.stoppedAt();
    administrativeStop = memory.administrativeStop();
    spawnError = memory.spawnError();
    ending = memory.ending();
    effects = new ArrayList<>(1);
    Effect.SetTimer due = memory.timer();
    if (due != null) {
      setTimer(due.input(), due.deadlineNanos());
    } else if (state == ProcessState.STARTING && pid != 0) {
      setTimer(Input.STAYED_UP, startedAtNanos + config.start().startsecs() * Moment.SECOND + 1);
    }
    return effects;
  }

  /**
   * Follows another configuration of the same process from now on. Starts that failed while it was
   * configured otherwise count no more once it has stopped.
   */
  public List<Effect> configure(ProcessConfig wanted) {
    config = wanted;
    if (state.isStopped()) {
      failedStarts = 0;
    }
    effects = new ArrayList<>(1);
    if (timer != null && timer.input() == Input.STAYED_UP) {
      setTimer(Input.STAYED_UP, startedAtNanos + config.start().startsecs() * Moment.SECOND + 1);
    }
    return effects;
  }

  /** Whether the policy wants it started again, now that it has exited. */
  public boolean wantsRestart() {
    return state == ProcessState.EXITED
        && !administrativeStop
        && switch (config.restart().autorestart()) {
          case NEVER -> false;
          case ALWAYS -> true;
          case UNEXPECTED -> !expected();
        };
  }

  /** Gives an input that needs no further facts. */
  public List<Effect> apply(Input input, Moment now) {
    return step(input, now, null, 0, null);
  }

  /** Starts it by its own policy after an exit: at once, unless it was started just before. */
  public List<Effect> restart(Moment now) {
    long earliest = startedAtNanos + SHORTEST_CYCLE;
    if (now.nanos() - earliest < 0) {
      effects = new ArrayList<>(1);
      setTimer(Input.RESTART_DUE, earliest);
      return effects;
    }
    restarts++;
    return apply(Input.START, now);
  }

  /** Calls off a restart that is due later: it stays as it is until someone starts it. */
  public List<Effect> callOffRestart() {
    effects = new ArrayList<>(1);
    if (timer != null && timer.input() == Input.RESTART_DUE) {
      administrativeStop = true;
      clearTimer();
    }
    return effects;
  }

  /** Tells that its child was spawned. */
  public List<Effect> spawned(int childPid, Moment now) {
    return step(Input.SPAWNED, now, null, childPid, null);
  }

  /** Tells that no child could be spawned, and why. */
  public List<Effect> spawnFailed(String why, Moment now) {
    return step(Input.SPAWN_FAILED, now, null, 0, why);
  }

  /**
   * Tells that its child ended.
   *
   * @param now when that was
   */
  public List<Effect> ended(Ending how, Moment now) {
    boolean tooSoon = now.nanos() - startedAtNanos < config.start().startsecs() * Moment.SECOND;
    return step(
        tooSoon && state != ProcessState.RUNNING ? Input.ENDED_TOO_SOON : Input.ENDED,
        now,
        how,
        0,
        null);
  }

  /** Tells what its last child left behind and nobody could kill; known until its next start. */
  public void leftBehind(Collection<Integer> pids) {
    if (!pids.isEmpty() && state.isStopped() && spawnError.isEmpty()) {
      spawnError = "left behind: " + pids;
    }
  }

  /** Tells that a signal could not be sent, and why. */
  public List<Effect> signalFailed(String why, Moment now) {
    return step(Input.SIGNAL_FAILED, now, null, 0, why);
  }

  private List<Effect> step(
      Input input, Moment now, @Nullable Ending how, int childPid, @Nullable String why) {
    TransitionTable.Cell cell = TransitionTable.cell(state, input);
    effects = new ArrayList<>(4);
    ProcessState next = cell.next();
    switch (cell.step()) {
      case IGNORE -> {}
      case REFUSE -> throw new IllegalStateException(id + " cannot take " + input + " in " + state);
      case BEGIN_START -> beginStart(next, now);
      case NOTE_CHILD -> noteChild(childPid, now);
      case FAIL_START -> failStart(next, why == null ? "" : why, now);
      case CALL_OFF -> stopWithoutChild(next, now);
      case SUCCEED -> succeed(next);
      case FAIL_EARLY -> failEarly(next, how, now);
      case EXIT_AT_ONCE -> exitAtOnce(next, how, now);
      case EXIT -> exit(next, how, now);
      case STOPPED_BY_REQUEST -> stoppedByRequest(next, how, now);
      case GIVE_UP -> giveUp(next);
      case REQUEST_STOP -> requestStop(next, now);
      case CANCEL_RETRY -> cancelRetry(next);
      case FORCE_STOP -> forceStop(now);
      case LOSE_TRACK -> loseTrack(next, why == null ? "" : why);
    }
    return effects;
  }

  private void beginStart(ProcessState next, Moment now) {
    spawnError = "";
    ending = null;
    administrativeStop = false;
    startedAtNanos = now.nanos();
    startedAt = now.wallSeconds();
    enter(next, false);
    clearTimer();
    effects.add(new Effect.Spawn());
  }

  private void noteChild(int childPid, Moment now) {
    pid = childPid;
    spawnError = "";
    log(LogLevel.INFO, "spawned: '" + id.name() + "' with pid " + pid);
    // Its life begins now and not with the wish for it, which on a busy machine is long ago.
    startedAtNanos = now.nanos();
    startedAt = now.wallSeconds();
    if (config.start().startsecs() == 0) {
      succeed(ProcessState.RUNNING);
    } else {
      // RUNNING is entered once more than startsecs have passed since the start, so one nanosecond
      // later.
      setTimer(Input.STAYED_UP, startedAtNanos + config.start().startsecs() * Moment.SECOND + 1);
    }
  }

  private void failStart(ProcessState next, String why, Moment now) {
    spawnError = why;
    log(LogLevel.INFO, "spawnerr: " + why);
    backOff(next, now);
  }

  private void succeed(ProcessState next) {
    failedStarts = 0;
    clearTimer();
    enter(next, false);
    log(
        LogLevel.INFO,
        "success: "
            + id.name()
            + " entered RUNNING state, process has stayed up for > than "
            + config.start().startsecs()
            + " seconds (startsecs)");
  }

  private void failEarly(ProcessState next, @Nullable Ending how, Moment now) {
    stoppedAt = now.wallSeconds();
    spawnError = "Exited too quickly (process log may have details)";
    String line = "exited: " + id.name() + " (" + words(how) + "; not expected)";
    backOff(next, now);
    log(LogLevel.WARN, line);
    pid = 0;
  }

  private void backOff(ProcessState next, Moment now) {
    failedStarts++;
    enter(next, false);
    if (failedStarts > config.start().startretries()) {
      setTimer(Input.GIVE_UP, now.nanos());
    } else {
      setTimer(Input.RETRY_DUE, now.nanos() + failedStarts * Moment.SECOND + 1);
    }
  }

  private void exitAtOnce(ProcessState next, @Nullable Ending how, Moment now) {
    enter(ProcessState.RUNNING, false);
    exit(next, how, now);
  }

  private void exit(ProcessState next, @Nullable Ending how, Moment now) {
    stoppedAt = now.wallSeconds();
    failedStarts = 0;
    ending = how;
    clearTimer();
    boolean expected = expected();
    String tail = expected ? "; expected)" : "; not expected)";
    if (!expected) {
      spawnError = "Bad exit code " + (how == null ? -1 : how.code());
    }
    enter(next, expected);
    log(
        expected ? LogLevel.INFO : LogLevel.WARN,
        "exited: " + id.name() + " (" + words(how) + tail);
    pid = 0;
  }

  private void stoppedByRequest(ProcessState next, @Nullable Ending how, Moment now) {
    stoppedAt = now.wallSeconds();
    ending = how;
    clearTimer();
    enter(next, false);
    log(
        expected() ? LogLevel.INFO : LogLevel.WARN,
        "stopped: " + id.name() + " (" + words(how) + ")");
    pid = 0;
  }

  private void stopWithoutChild(ProcessState next, Moment now) {
    stoppedAt = now.wallSeconds();
    clearTimer();
    enter(next, false);
  }

  private void giveUp(ProcessState next) {
    failedStarts = 0;
    clearTimer();
    enter(next, false);
    log(
        LogLevel.INFO,
        "gave up: " + id.name() + " entered FATAL state, too many start retries too quickly");
  }

  private void requestStop(ProcessState next, Moment now) {
    administrativeStop = true;
    setTimer(Input.KILL_DUE, killDeadline(now));
    enter(next, false);
    effects.add(new Effect.Signal(config.stop().signal(), config.stop().asGroup()));
  }

  private void cancelRetry(ProcessState next) {
    administrativeStop = true;
    clearTimer();
    enter(next, false);
  }

  private void forceStop(Moment now) {
    log(LogLevel.WARN, "killing '" + id.name() + "' (" + pid + ") with SIGKILL");
    setTimer(Input.KILL_DUE, killDeadline(now));
    effects.add(new Effect.Signal(9, config.stop().killAsGroup()));
  }

  private void loseTrack(ProcessState next, String why) {
    clearTimer();
    log(LogLevel.CRITICAL, "unknown problem killing " + id.name() + " (" + pid + "):" + why);
    enter(next, false);
  }

  /** At least a second, so that a zero stopwaitsecs does not kill over and over without a pause. */
  private long killDeadline(Moment now) {
    boolean again = state == ProcessState.STOPPING;
    int seconds = again ? Math.max(1, config.stop().waitsecs()) : config.stop().waitsecs();
    return now.nanos() + seconds * Moment.SECOND;
  }

  private void setTimer(Input input, long deadlineNanos) {
    timer = new Effect.SetTimer(input, deadlineNanos);
    effects.add(timer);
  }

  private void clearTimer() {
    timer = null;
    effects.add(new Effect.ClearTimer());
  }

  private void enter(ProcessState next, boolean expected) {
    ProcessState from = state;
    state = next;
    effects.add(
        new Effect.Emit(new ProcessStateChanged(id, from, next, pid, failedStarts, expected)));
  }

  private boolean expected() {
    Ending how = ending;
    return how != null && config.restart().exitcodes().contains(how.code());
  }

  private static String words(@Nullable Ending how) {
    return how == null ? "exit status unknown" : how.words();
  }

  private void log(LogLevel level, String text) {
    effects.add(new Effect.Log(level, text));
  }
}
