package org.steward.core.posix.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steward.core.posix.ControlGroups;
import org.steward.core.posix.Signals;

/** Control groups of the virtual daemon's children. */
interface FakeControlGroupsCalls extends ControlGroups {
  /** The kernel these calls are made to. */
  FakeKernel kernel();

  @Override
  default @Nullable String makeGroup(String name) {
    return kernel().faults.result("makeGroup") == 0 ? "/sys/fs/cgroup/" + name : null;
  }

  @Override
  default List<Integer> killGroup(String name) {
    if (kernel().faults.result("killGroup") != 0) {
      return List.of();
    }
    List<FakeProcess> members = kernel().processes.isolated("/sys/fs/cgroup/" + name);
    members.forEach(member -> member.signal(Signals.SIGKILL));
    return members.stream().map(FakeProcess::pid).toList();
  }
}
