package org.steward.ctl.pidproxy;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Calls of the C library. All go through one downcall shape of six longs, since each shape costs
 * milliseconds to link: ints are widened, pointers given as addresses, and the result is a long to
 * be cast.
 */
@SuppressWarnings("restricted") // calling C is what it is for; the manifest allows it
final class Libc {

  /**
   * Takes bytes for characters and back without loss: what comes from the kernel and goes to it
   * again has no encoding.
   */
  static final Charset BYTES = StandardCharsets.ISO_8859_1;

  private static final int ARGUMENTS = 6;

  private final Linker linker = Linker.nativeLinker();
  private final SymbolLookup symbols = linker.defaultLookup();
  private final MethodHandle call =
      linker.downcallHandle(
          FunctionDescriptor.of(
              JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
          Linker.Option.captureCallState("errno"));
  private final Arena arena;
  private final MemorySegment errno;

  /**
   * @param arena keeps what is allocated here; for one thread, or confined to none
   */
  Libc(Arena arena) {
    this.arena = arena;
    this.errno = arena.allocate(Linker.Option.captureStateLayout());
  }

  /** {@return what the function returned, as an int} */
  int call(String function, long... arguments) {
    long[] all = java.util.Arrays.copyOf(arguments, ARGUMENTS);
    MemorySegment symbol = symbols.find(function).orElseThrow();
    try {
      return (int)
          (long) call.invokeExact(symbol, errno, all[0], all[1], all[2], all[3], all[4], all[5]);
    } catch (Throwable e) {
      throw new IllegalStateException("cannot call " + function, e);
    }
  }

  /**
   * {@return the error number of the last call, which is of meaning only where that returned -1}
   */
  int errno() {
    return errno.get(JAVA_INT, 0);
  }

  /** {@return the system's words for an error number} */
  String describe(int error) {
    MemorySegment text = allocate(256);
    // The XSI variant fills the buffer; glibc exports it under this name.
    call("__xpg_strerror_r", error, text.address(), text.byteSize());
    return text.getString(0);
  }

  /** {@return zeroed memory} */
  MemorySegment allocate(long size) {
    return arena.allocate(size, Long.BYTES);
  }

  /** {@return a NUL-terminated string of {@link #BYTES}} */
  MemorySegment string(String text) {
    return arena.allocateFrom(text, BYTES);
  }

  /** {@return bytes as text for a message} */
  static String readable(String bytes) {
    return new String(bytes.getBytes(BYTES), StandardCharsets.UTF_8);
  }

  /** {@return a NULL-terminated array of strings, as argv and environ are} */
  MemorySegment strings(List<String> texts) {
    MemorySegment array = arena.allocate(ADDRESS, texts.size() + 1L);
    for (int i = 0; i < texts.size(); i++) {
      array.setAtIndex(ADDRESS, i, string(texts.get(i)));
    }
    return array;
  }
}
