package org.steward.core.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * A thread's own memory for the results of one system call, so that calls allocate nothing. Freed
 * some time after the thread's end.
 */
final class Scratch {
  /** Room for the largest structure: struct statx. */
  private static final int STRUCT_SIZE = 256;

  private static final ThreadLocal<Scratch> CURRENT = ThreadLocal.withInitial(Scratch::new);

  /** Where a call leaves its errno. */
  final MemorySegment errno;

  /** Where a call leaves its result; holds anything before. */
  final MemorySegment struct;

  private Scratch() {
    MemorySegment memory = Arena.ofAuto().allocate(16 + STRUCT_SIZE, 16);
    errno = memory.asSlice(0, 16);
    struct = memory.asSlice(16, STRUCT_SIZE);
  }

  /** The calling thread's. */
  static Scratch current() {
    return CURRENT.get();
  }

  /** The calling thread's structure memory, filled with zeros. */
  static MemorySegment zeroed() {
    return current().struct.fill((byte) 0);
  }
}
