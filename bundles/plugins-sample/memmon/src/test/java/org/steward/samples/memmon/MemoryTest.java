package org.steward.samples.memmon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MemoryTest {
  private final Memory memory = Memory.ofTheKernel();

  @Test
  @Timeout(30)
  void theKernelTellsOfAProcessAndItsDescendants() throws Exception {
    Process parent = new ProcessBuilder("sh", "-c", "sleep 1000 & wait").start();
    try {
      while (parent.descendants().findAny().isEmpty()) {
        Thread.onSpinWait();
      }
      long alone = memory.resident((int) parent.pid(), false);
      assertThat(alone).isBetween(100L << 10, 100L << 20);
      assertThat(memory.resident((int) parent.pid(), true)).isGreaterThan(alone);
    } finally {
      parent.descendants().forEach(ProcessHandle::destroyForcibly);
      parent.destroyForcibly();
    }
  }

  @Test
  void aProcessThatIsGoneHoldsNothing() throws Exception {
    Process child = new ProcessBuilder("true").start();
    child.waitFor();
    assertThat(memory.resident((int) child.pid(), true)).isZero();
  }
}
