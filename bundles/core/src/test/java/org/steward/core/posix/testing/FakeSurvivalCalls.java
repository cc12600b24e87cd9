package org.steward.core.posix.testing;

import org.jspecify.annotations.Nullable;
import org.steward.core.posix.ExitStatus;
import org.steward.core.posix.Survival;

/** What outlives the virtual daemon. */
interface FakeSurvivalCalls extends Survival {
  /** The kernel these calls are made to. */
  FakeKernel kernel();

  @Override
  default int reopenReadWrite(int fd) {
    kernel().faults.check("reopenReadWrite");
    OpenFile file = kernel().table.get("reopenReadWrite", fd);
    return kernel().table.install("reopenReadWrite", file.bothEnds());
  }

  @Override
  default long startTime(int pid) {
    FakeProcess process = kernel().processes.find(pid);
    return process == null ? -1 : process.startTime();
  }

  @Override
  default @Nullable ExitStatus exitStatusOf(int pidfd) {
    return handle("exitStatusOf", pidfd).statusIfReaped();
  }

  @Override
  default int memoryFile(String name) {
    kernel().faults.check("memoryFile");
    return kernel().table.install("memoryFile", kernel().files.unnamed(name));
  }

  @Override
  default void closeOnExecFrom(int first) {
    kernel().faults.check("closeOnExecFrom");
    kernel().environment.did("closeOnExecFrom " + first);
  }

  private FakeProcessTable.Handle handle(String call, int fd) {
    return kernel().table.get(call, fd, FakeProcessTable.Handle.class);
  }
}
