package org.steward.core.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.steward.api.control.Fault;
import org.steward.api.control.ProcessOutcome;
import org.steward.api.control.SupervisorFault;
import org.steward.api.process.ProcessState;
import org.steward.core.posix.Errno;
import org.steward.core.process.Input;
import org.steward.core.process.Moment;

/** Carries out what clients want of processes. On the loop only. */
final class Requests {
  private static final long REPORT_EVERY = 2 * Moment.SECOND;

  private final LoopParts parts;
  private final Driver driver;
  private final Children children;

  Requests(LoopParts parts, Driver driver, Children children) {
    this.parts = parts;
    this.driver = driver;
    this.children = children;
  }

  void start(Message.Start request) {
    Gather gather = new Gather(parts.turn(), request.selection(), request.reply());
    for (Supervised process : select(request.selection(), gather, state -> !state.isRunning())) {
      Waiter.Verdict verdict = gather.expect(process);
      SupervisorFault unstartable = request.unstartable().get(process.machine.id());
      if (unstartable == null) {
        start(process, request.awaited(), verdict);
      } else {
        verdict.decided(unstartable);
      }
    }
    gather.ready();
  }

  private void start(Supervised process, boolean awaited, Waiter.Verdict verdict) {
    switch (process.machine.state()) {
      case STARTING, RUNNING, BACKOFF ->
          verdict.decided(new SupervisorFault(Fault.ALREADY_STARTED, process.displayName()));
      case UNKNOWN ->
          verdict.decided(
              new SupervisorFault(
                  Fault.FAILED, process.displayName() + " is in an unknown process state"));
      case STOPPING ->
          verdict.decided(new SupervisorFault(Fault.ABNORMAL_TERMINATION, process.displayName()));
      case STOPPED, EXITED, FATAL -> {
        driver.give(process, Input.START);
        await(process, new Waiter(awaited ? Waiter.Goal.RUNNING : Waiter.Goal.SPAWNED, verdict));
      }
    }
  }

  void stop(Message.Stop request) {
    Gather gather = new Gather(parts.turn(), request.selection(), request.reply());
    for (Supervised process : select(request.selection(), gather, state -> true)) {
      if (process.machine.state().isRunning()) {
        stop(process, request.awaited(), gather.expect(process));
      } else {
        driver.callOffRestart(process);
        if (request.selection() instanceof Selection.One) {
          gather
              .expect(process)
              .decided(new SupervisorFault(Fault.NOT_RUNNING, process.displayName()));
        }
      }
    }
    gather.ready();
  }

  private void stop(Supervised process, boolean awaited, Waiter.Verdict verdict) {
    driver.give(process, Input.STOP);
    if (process.machine.state() == ProcessState.UNKNOWN) {
      verdict.decided(
          new SupervisorFault(
              Fault.FAILED,
              "unknown problem killing " + process.displayName() + "; the log says which"));
    } else if (awaited) {
      await(process, new Waiter(Waiter.Goal.STOPPED, verdict));
      reportStop(process);
    } else {
      verdict.decided(null);
    }
  }

  /** Says now and then that someone waits, as a stop can take long. */
  private void reportStop(Supervised process) {
    boolean someoneWaits =
        process.waiters.stream().anyMatch(waiter -> waiter.goal == Waiter.Goal.STOPPED);
    if (someoneWaits && process.machine.state() == ProcessState.STOPPING) {
      parts.log().info("waiting for " + process.machine.id().name() + " to stop");
      parts.timers().after(REPORT_EVERY, () -> reportStop(process));
    }
  }

  void signal(Message.SendSignal request) {
    Gather gather = new Gather(parts.turn(), request.selection(), request.reply());
    for (Supervised process : select(request.selection(), gather, ProcessState::isSignallable)) {
      gather.expect(process).decided(signal(process, request.signal()));
    }
    gather.ready();
  }

  private @Nullable SupervisorFault signal(Supervised process, int signal) {
    if (!process.machine.state().isSignallable()) {
      return new SupervisorFault(Fault.NOT_RUNNING, process.displayName());
    }
    int result = children.plainSignal(process, signal);
    if (result == 0 || result == -Errno.ESRCH) {
      return null; // one that has just ended is found out by its exit
    }
    driver.signalFailed(process, Errno.name(-result));
    return new SupervisorFault(
        Fault.FAILED,
        "unknown problem sending sig " + process.displayName() + ": " + Errno.name(-result));
  }

  void sendStdin(Message.SendStdin request) {
    Supervised process = parts.running().process(request.id());
    if (process == null) {
      parts
          .turn()
          .refuse(request.reply(), new SupervisorFault(Fault.BAD_NAME, request.id().displayName()));
      return;
    }
    SupervisorFault refusal = write(process, request.bytes());
    if (refusal == null) {
      parts.turn().answer(request.reply(), null);
    } else {
      parts.turn().refuse(request.reply(), refusal);
    }
  }

  private static @Nullable SupervisorFault write(Supervised process, byte[] bytes) {
    Child child = process.child;
    if (child == null || !child.isAlive() || process.machine.state() == ProcessState.STOPPING) {
      return new SupervisorFault(Fault.NOT_RUNNING, process.displayName());
    }
    if (child.stdin == null) {
      return new SupervisorFault(Fault.NO_FILE, process.displayName());
    }
    if (!child.stdin.hasRoomFor(bytes.length)) {
      return new SupervisorFault(Fault.FAILED, process.displayName() + " does not read its stdin");
    }
    return child.stdin.write(bytes)
        ? null
        : new SupervisorFault(Fault.NO_FILE, process.displayName());
  }

  private static void await(Supervised process, Waiter waiter) {
    if (!waiter.settle(process)) {
      process.waiters.add(waiter);
    }
  }

  private List<Supervised> select(
      Selection selection, Gather gather, Predicate<ProcessState> applies) {
    List<Supervised> selected = new ArrayList<>();
    switch (selection) {
      case Selection.One one -> {
        Supervised process = parts.running().process(one.id());
        if (process == null) {
          gather.refuse(new SupervisorFault(Fault.BAD_NAME, one.id().displayName()));
        } else {
          selected.add(process);
        }
      }
      case Selection.Group(String name) -> {
        RunningGroup group = parts.running().group(name);
        if (group == null) {
          gather.refuse(new SupervisorFault(Fault.BAD_NAME, name));
        } else {
          addThose(selected, group, applies);
        }
      }
      case Selection.All() ->
          parts.running().groups().forEach(group -> addThose(selected, group, applies));
    }
    return selected;
  }

  private static void addThose(
      List<Supervised> selected, RunningGroup group, Predicate<ProcessState> applies) {
    for (Supervised process : group.processes()) {
      if (applies.test(process.machine.state())) {
        selected.add(process);
      }
    }
  }

  /** Collects what becomes of each process of a request, and answers once all is known. */
  private static final class Gather {
    private final Turn turn;
    private final boolean single;
    private final Reply<List<ProcessOutcome>> reply;
    private final List<@Nullable ProcessOutcome> outcomes = new ArrayList<>();
    private int open = 1;

    Gather(Turn turn, Selection selection, Reply<List<ProcessOutcome>> reply) {
      this.turn = turn;
      this.single = selection instanceof Selection.One;
      this.reply = reply;
    }

    Waiter.Verdict expect(Supervised process) {
      int place = outcomes.size();
      outcomes.add(null);
      open++;
      return fault -> {
        if (single && fault != null) {
          refuse(fault);
        }
        outcomes.set(
            place,
            fault == null
                ? new ProcessOutcome(process.machine.id(), Fault.SUCCESS, "OK")
                : new ProcessOutcome(process.machine.id(), fault.fault(), words(fault)));
        ready();
      };
    }

    void refuse(SupervisorFault fault) {
      turn.refuse(reply, fault);
    }

    void ready() {
      if (--open == 0) {
        List<ProcessOutcome> all = new ArrayList<>(outcomes.size());
        for (ProcessOutcome outcome : outcomes) {
          if (outcome != null) {
            all.add(outcome);
          }
        }
        turn.answer(reply, all);
      }
    }

    private static String words(SupervisorFault fault) {
      String message = fault.getMessage();
      return message == null ? fault.fault().name() : message;
    }
  }
}
