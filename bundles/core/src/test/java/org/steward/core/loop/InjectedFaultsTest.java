package org.steward.core.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steward.core.loop.LoopHarness.one;

import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.steward.api.process.ProcessId;
import org.steward.api.process.ProcessState;
import org.steward.api.process.SupervisorState;
import org.steward.core.config.AutoRestart;
import org.steward.core.posix.Errno;
import org.steward.core.posix.Posix;
import org.steward.core.posix.Signals;
import org.steward.core.posix.testing.FakeProcess;
import org.steward.core.posix.testing.ProcessScript;
import org.steward.core.process.Configs;

/**
 * Each system call of the loop fails, with each error it can give, at each of its first calls in
 * the life of a program: the loop goes on, the program's neighbour is not touched, no child is lost
 * or there twice, and everything can be started and stopped afterwards.
 */
class InjectedFaultsTest {
  /** The n-th call fails, up to this n. */
  private static final int CALLS = 8;

  /** The errors each call of the loop can give besides those of a broken program. */
  private static final Map<String, List<Integer>> FAULTS =
      Map.ofEntries(
          Map.entry("pipe", List.of(Errno.EMFILE, Errno.ENFILE, Errno.ENOMEM)),
          Map.entry("setNonBlocking", List.of(Errno.EBADF)),
          Map.entry("reopenReadWrite", List.of(Errno.EMFILE, Errno.ENFILE, Errno.ENOENT)),
          Map.entry(
              "spawn",
              List.of(
                  Errno.EAGAIN,
                  Errno.ENOMEM,
                  Errno.EACCES,
                  Errno.ENOENT,
                  Errno.ENOEXEC,
                  Errno.E2BIG,
                  Errno.ETXTBSY,
                  Errno.ELOOP,
                  Errno.EIO,
                  Errno.EPERM)),
          Map.entry("pidfdOpen", List.of(Errno.EMFILE, Errno.ENFILE, Errno.ENOMEM, Errno.ENODEV)),
          Map.entry("epollAdd", List.of(Errno.ENOMEM, Errno.ENOSPC)),
          Map.entry("epollModify", List.of(Errno.ENOMEM)),
          Map.entry("epollDelete", List.of(Errno.ENOENT)),
          Map.entry("status", List.of(Errno.ENOMEM, Errno.EIO)),
          Map.entry("read", List.of(Errno.EINTR, Errno.EIO, Errno.EAGAIN)),
          Map.entry(
              "write", List.of(Errno.EINTR, Errno.EAGAIN, Errno.EPIPE, Errno.EIO, Errno.ENOSPC)),
          Map.entry("kill", List.of(Errno.EPERM, Errno.ESRCH)),
          Map.entry("pidfdKill", List.of(Errno.EPERM, Errno.ESRCH, Errno.ENOMEM)),
          Map.entry("reap", List.of(Errno.ECHILD, Errno.EINTR)),
          Map.entry("reapAny", List.of(Errno.ECHILD)),
          Map.entry("makeGroup", List.of(Errno.EACCES)),
          Map.entry("killGroup", List.of(Errno.EIO)),
          Map.entry("relativesOf", List.of(Errno.EMFILE, Errno.EIO, Errno.ENOMEM)));

  /** Calls the loop makes only before it begins: their failure is the start's. */
  private static final Set<String> AT_START = Set.of("eventFd", "epollCreate", "signalFd");

  /** Calls others make; the tests of these have them fail. */
  private static final Set<String> OF_OTHERS =
      Set.of(
          "open",
          "openNamed",
          "available",
          "mapFile",
          "rename",
          "unlink",
          "lock",
          "chown",
          "chdir",
          "dup2",
          "umask",
          "becomeUser",
          "setLimit",
          "setSession",
          "exec",
          "listenTcp",
          "listenUnix",
          "connectDatagram",
          "memoryFile",
          "closeOnExecFrom",
          "setCloseOnExec",
          "setChildSubreaper",
          "duplicateOf",
          "reopenPipeOf",
          "acceptsConnections",
          "duplicate",
          "boundTo",
          "isInet6",
          "listeningAt");

  /** An error of these would be one of this program, or is an answer like any other. */
  private static final Set<String> CANNOT_FAIL =
      Set.of(
          "epollWait",
          "close",
          "allocate",
          "pollEvents",
          "pid",
          "uid",
          "limit",
          "wake",
          "clearWake",
          "startTime",
          "epoch",
          "pipeAt",
          "findLeader",
          "exitStatusOf",
          "executable",
          "readSignal",
          "blockedSignals",
          "privateFileSystemState");

  record Fault(String call, int errno, int at) {
    @Override
    public String toString() {
      return call + " no. " + at + " fails with " + Errno.name(errno);
    }
  }

  static Stream<Fault> faults() {
    return FAULTS.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().stream()
                    .flatMap(
                        errno ->
                            IntStream.rangeClosed(1, CALLS)
                                .mapToObj(at -> new Fault(entry.getKey(), errno, at))));
  }

  @Test
  void noCallIsForgotten() {
    Set<String> known = new TreeSet<>(FAULTS.keySet());
    known.addAll(AT_START);
    known.addAll(OF_OTHERS);
    known.addAll(CANNOT_FAIL);
    Set<String> calls =
        Stream.of(Posix.class.getMethods())
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(known).as("each call is in one of these sets").isEqualTo(calls);
  }

  /** For docs/reference/resilience.md. */
  @AfterAll
  static void note() throws IOException {
    Figures.write("faults", "faults.injected=" + faults().count() + "\n");
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theLoopSurvives(Fault fault) {
    new Story(fault).tell();
  }

  private static final class Story {
    private final LoopHarness harness = LoopHarness.isolating();
    private final List<Answer<?>> answers = new ArrayList<>();
    private final Fault fault;

    Story(Fault fault) {
      this.fault = fault;
    }

    void tell() {
      harness.add(Configs.program("bystander").command("/bin/sh").build());
      harness.until(() -> harness.state("bystander") == ProcessState.RUNNING);
      int bystander = harness.process("bystander", "bystander").pid();
      for (int i = 1; i < fault.at; i++) {
        harness.posix.failNext(fault.call, 0);
      }
      harness.posix.failNext(fault.call, fault.errno);
      live();
      harness.posix.forgetFaults();
      recover();
      assertThat(harness.process("bystander", "bystander").pid()).isEqualTo(bystander);
      end();
    }

    /** Start, output, input, crash, stop, kill, group kill. */
    private void live() {
      harness.posix.scriptProcesses(
          request ->
              request.path().equals("/bin/cat")
                  ? ProcessScript.ignoring(Signals.SIGTERM)
                  : ProcessScript.obedient());
      answers.add(harness.add(victim().build()));
      harness.pass(Duration.ofSeconds(5));
      neverTwo();
      living().forEach(child -> child.print("hello"));
      answers.add(harness.sendStdin(new ProcessId("victim", "victim"), "x".repeat(90_000)));
      harness.turnWhileBusy();
      living().forEach(FakeProcess::readInput);
      harness.turnWhileBusy();
      living().forEach(child -> child.exit(1));
      harness.pass(Duration.ofSeconds(5));
      neverTwo();
      answers.add(harness.stop(one("victim"), true));
      harness.pass(Duration.ofSeconds(10));
      answers.add(harness.start(one("victim"), true));
      harness.pass(Duration.ofSeconds(5));
      neverTwo();
      answers.add(harness.update(victim().command("/bin/sh").build()));
      harness.pass(Duration.ofSeconds(10));
      neverTwo();
    }

    private static Configs victim() {
      return Configs.program("victim")
          .autorestart(AutoRestart.ALWAYS)
          .stop(Signals.SIGTERM, 2, false, true)
          .killtree();
    }

    /** Whatever became of it, it can be had back. */
    private void recover() {
      harness.pass(Duration.ofSeconds(20));
      neverTwo();
      if (harness.state("victim") == ProcessState.UNKNOWN) {
        living().forEach(child -> child.die(Signals.SIGKILL));
        harness.pass(Duration.ofSeconds(2));
      }
      if (harness.state("victim").isStopped()) {
        answers.add(harness.start(one("victim"), true));
      }
      harness.until(() -> harness.state("victim") == ProcessState.RUNNING);
      assertThat(living()).hasSize(1);
    }

    private void end() {
      answers.add(harness.end(SupervisorState.SHUTDOWN));
      harness.untilEnd();
      assertThat(answers).allMatch(answer -> answer.given);
      assertThat(harness.posix.spawned()).noneMatch(FakeProcess::alive);
      assertThat(harness.posix.openDescriptors()).hasSize(harness.descriptorsWhenBegun());
      assertThat(harness.posix.misuses()).isEmpty();
    }

    private List<FakeProcess> living() {
      return harness.posix.spawned().stream()
          .filter(FakeProcess::alive)
          .filter(child -> child.request().environment().contains("SUPERVISOR_PROCESS_NAME=victim"))
          .toList();
    }

    private void neverTwo() {
      assertThat(living()).hasSizeLessThan(2);
    }
  }
}
