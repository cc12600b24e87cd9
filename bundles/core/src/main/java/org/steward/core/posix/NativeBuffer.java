package org.steward.core.posix;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * A fixed piece of memory that system calls read into and write from. Used by one thread at a time.
 */
public final class NativeBuffer {
  private final MemorySegment memory;

  NativeBuffer(MemorySegment memory) {
    this.memory = memory;
  }

  /** A buffer in the Java heap, for doubles of the seam in tests. */
  public static NativeBuffer onHeap(int bytes) {
    return new NativeBuffer(MemorySegment.ofArray(new byte[bytes]));
  }

  /** How many bytes it holds. */
  public int capacity() {
    return (int) memory.byteSize();
  }

  /** Copies bytes out. */
  public byte[] copy(int offset, int length) {
    byte[] bytes = new byte[length];
    MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, offset, bytes, 0, length);
    return bytes;
  }

  /** Copies bytes in. */
  public void put(int offset, byte[] bytes, int from, int length) {
    MemorySegment.copy(bytes, from, memory, ValueLayout.JAVA_BYTE, offset, length);
  }

  /** Writes a number. */
  public void putInt(int offset, int value) {
    memory.set(ValueLayout.JAVA_INT_UNALIGNED, offset, value);
  }

  /** Reads a number. */
  public int getInt(int offset) {
    return memory.get(ValueLayout.JAVA_INT_UNALIGNED, offset);
  }

  /** Writes a number. */
  public void putLong(int offset, long value) {
    memory.set(ValueLayout.JAVA_LONG_UNALIGNED, offset, value);
  }

  /** Reads a number. */
  public long getLong(int offset) {
    return memory.get(ValueLayout.JAVA_LONG_UNALIGNED, offset);
  }

  /** A piece of it, as a buffer of its own. */
  public NativeBuffer part(int offset, int length) {
    return new NativeBuffer(memory.asSlice(offset, length));
  }

  /** Where the system finds that part of it. */
  long address(int offset, int length) {
    if (!memory.isNative()) {
      throw new IllegalStateException("cannot hand a buffer of the Java heap to the system");
    }
    Objects.checkFromIndexSize(offset, length, capacity());
    return memory.address() + offset;
  }
}
