package org.steward.core.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.steward.api.process.ProcessId;
import org.steward.core.config.OutputConfig;
import org.steward.core.config.StreamConfig;
import org.steward.core.output.OutputBench.FakeChild;
import org.steward.core.posix.Errno;

/**
 * Each system call of the output room fails, with each error it can give, at each of its first
 * calls while a child's output is logged, rotated, reopened and led elsewhere: its neighbour loses
 * nothing, nothing stays open, and the next child's output is logged as ever.
 */
class OutputFaultsTest {
  private static final int CALLS = 6;
  private static final StreamConfig ROTATING = OutputBench.stream(20, 2);

  private static final Map<String, List<Integer>> FAULTS =
      Map.of(
          "open",
          List.of(
              Errno.EACCES,
              Errno.EMFILE,
              Errno.ENFILE,
              Errno.ENOENT,
              Errno.ENOSPC,
              Errno.EROFS,
              Errno.ENOMEM,
              Errno.EIO,
              Errno.ELOOP,
              Errno.EISDIR),
          "write",
          List.of(Errno.ENOSPC, Errno.EDQUOT, Errno.EFBIG, Errno.EIO, Errno.EINTR, Errno.EAGAIN),
          "read",
          List.of(Errno.EIO, Errno.EINTR, Errno.EAGAIN),
          "available",
          List.of(Errno.EIO, Errno.ENOTTY),
          "rename",
          List.of(Errno.EACCES, Errno.ENOSPC, Errno.EROFS, Errno.EIO, Errno.ENOENT),
          "unlink",
          List.of(Errno.EACCES, Errno.EROFS, Errno.EIO),
          "status",
          List.of(Errno.EIO, Errno.ENOMEM),
          "epollAdd",
          List.of(Errno.ENOMEM, Errno.ENOSPC),
          "epollModify",
          List.of(Errno.ENOMEM),
          "epollDelete",
          List.of(Errno.ENOENT));

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

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void theRoomSurvives(Fault fault) {
    OutputBench bench = new OutputBench();
    FakeChild neighbour = bench.child("neighbour", "/log/neighbour", OutputBench.PLAIN, false);
    neighbour.prints("before ");
    int open = bench.kernel.openDescriptors().size();
    for (int i = 1; i < fault.at; i++) {
      bench.kernel.failNext(fault.call, 0);
    }
    bench.kernel.failNext(fault.call, fault.errno);

    FakeChild victim = bench.child("victim", "/log/victim", ROTATING, false);
    victim.puts("0123456789");
    bench.settle();
    victim.puts("01234567890123456789");
    bench.advance(Duration.ofSeconds(2));
    bench.loop.reopenLogs();
    victim.puts("x");
    bench.advance(Duration.ofSeconds(2));
    reconfigure(bench, victim);
    victim.puts("y");
    bench.advance(Duration.ofSeconds(2));

    bench.kernel.forgetFaults();
    bench.advance(Duration.ofSeconds(5));
    neighbour.prints("after");
    assertThat(bench.file("/log/neighbour")).isEqualTo("before after");
    boolean prepared = bench.notices.contains("prepared 2 0 null");
    boolean unreadable = bench.activity().contains("pipe closed");
    assertThat(prepared || fault.call.equals("open") || fault.call.equals("status")).isTrue();
    if (prepared && !unreadable) {
      for (int i = 0; i < 3; i++) {
        assertThat(victim.puts("z".repeat(60_000))).as("the pipe is read").isEqualTo(60_000);
        bench.advance(Duration.ofSeconds(2));
      }
    }
    victim.drains();
    victim.closes();
    bench.advance(Duration.ofSeconds(5));
    assertThat(bench.notices).contains("drained 2");
    FakeChild next = bench.child("next", "/log/next", OutputBench.PLAIN, false);
    next.prints("well");
    assertThat(bench.file("/log/next")).isEqualTo("well");
    next.drains();
    next.closes();
    assertThat(bench.kernel.openDescriptors()).hasSizeLessThanOrEqualTo(open);
    assertThat(bench.kernel.misuses()).isEmpty();
    assertThat(bench.activity()).doesNotContain("cannot carry out");
  }

  private static void reconfigure(OutputBench bench, FakeChild child) {
    bench.loop.reconfigure(
        new ChildOutput(
            child.token,
            new ProcessId("victim", "victim"),
            new ChildLogs("/log/elsewhere", null),
            new OutputConfig(ROTATING, OutputBench.PLAIN, true),
            false));
  }
}
