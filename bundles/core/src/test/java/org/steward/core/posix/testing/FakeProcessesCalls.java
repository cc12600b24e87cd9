package org.steward.core.posix.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.steward.core.posix.ExitStatus;
import org.steward.core.posix.Processes;
import org.steward.core.posix.SpawnRequest;

/** Virtual processes. */
interface FakeProcessesCalls extends Processes {
  /** The kernel these calls are made to. */
  FakeKernel kernel();

  @Override
  default int spawn(SpawnRequest request) {
    kernel().faults.check("spawn");
    List<OpenFile> inherited =
        IntStream.of(request.stdin(), request.stdout(), request.stderr())
            .mapToObj(fd -> kernel().table.get("spawn", fd))
            .toList();
    return kernel().processes.spawn(request, inherited).pid();
  }

  @Override
  default int pidfdOpen(int pid) {
    kernel().faults.check("pidfdOpen");
    return kernel().table.install("pidfdOpen", kernel().processes.handle(pid));
  }

  @Override
  default @Nullable ExitStatus reap(int pidfd) {
    kernel().faults.check("reap");
    return kernel().processes.reap(handle("reap", pidfd));
  }

  @Override
  default @Nullable ReapedChild reapAny() {
    kernel().faults.check("reapAny");
    return kernel().processes.reapAny();
  }

  @Override
  default int kill(int pid, int signal) {
    int failure = kernel().faults.result("kill");
    return failure != 0 ? failure : kernel().processes.kill(pid, signal);
  }

  @Override
  default int pidfdKill(int pidfd, int signal) {
    int failure = kernel().faults.result("pidfdKill");
    return failure != 0 ? failure : kernel().processes.kill(handle("pidfdKill", pidfd), signal);
  }

  @Override
  default void exec(String path, List<String> argv, List<String> env) {
    kernel().faults.check("exec");
    kernel().environment.did("exec " + path + " " + new ArrayList<>(argv));
    throw new FakePosix.ExecutedException();
  }

  @Override
  default int pid() {
    return FakePosix.DAEMON_PID;
  }

  @Override
  default void setChildSubreaper(boolean on) {
    kernel().faults.check("setChildSubreaper");
    kernel().processes.setSubreaper(on);
  }

  @Override
  default void setSession() {
    kernel().faults.check("setSession");
    kernel().environment.did("setSession");
  }

  private FakeProcessTable.Handle handle(String call, int fd) {
    return kernel().table.get(call, fd, FakeProcessTable.Handle.class);
  }
}
