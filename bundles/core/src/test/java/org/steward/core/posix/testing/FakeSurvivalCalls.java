package org.steward.core.posix.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steward.core.posix.Errno;
import org.steward.core.posix.ExitStatus;
import org.steward.core.posix.NativeBuffer;
import org.steward.core.posix.Pipe;
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
  default String epoch() {
    return "this boot";
  }

  @Override
  default long pipeAt(int pid, int fd) {
    FakeProcess process = kernel().processes.find(pid);
    return process == null || !process.alive() ? 0 : process.files().get(fd).pipe();
  }

  @Override
  default int reopenPipeOf(int pid, long inode, Pipe.Direction direction) {
    int failure = kernel().faults.result("reopenPipeOf");
    if (failure != 0) {
      return failure;
    }
    for (int fd = 0; fd < 3; fd++) {
      if (pipeAt(pid, fd) == inode) {
        OpenFile end = kernel().process(pid).files().get(fd).oneEnd(direction);
        return kernel().table.install("reopenPipeOf", end);
      }
    }
    return -Errno.ENOENT;
  }

  @Override
  default int duplicateOf(int pidfd, int fd) {
    kernel().faults.check("duplicateOf");
    OpenFile file = handle("duplicateOf", pidfd).process().files().get(fd);
    return kernel().table.install("duplicateOf", file);
  }

  @Override
  default int findLeader(String environmentEntry) {
    return kernel().processes.findLeader(environmentEntry);
  }

  @Override
  default List<Relative> relativesOf(int leader, String environmentEntry) {
    kernel().faults.check("relativesOf");
    return kernel().processes.relativesOf(leader, environmentEntry);
  }

  @Override
  default @Nullable ExitStatus exitStatusOf(int pidfd, int pid) {
    return handle("exitStatusOf", pidfd).statusIfReaped();
  }

  @Override
  default NativeBuffer mapFile(String path, int bytes) {
    kernel().faults.check("mapFile");
    return kernel().mapped.computeIfAbsent(path, name -> NativeBuffer.onHeap(bytes));
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
