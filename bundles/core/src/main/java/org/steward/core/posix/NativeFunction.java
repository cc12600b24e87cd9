package org.steward.core.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * A function of the C library. All are called through one linked shape, six longs to a long:
 * linking a shape of its own for each function costs a quarter of a second of start-up. Integer
 * arguments widen to registers, pointers go as addresses, and a callee ignores registers it does
 * not expect.
 */
@SuppressWarnings("restricted") // linking is what this class is for
final class NativeFunction {
  private static final MethodHandle CALL =
      Linker.nativeLinker()
          .downcallHandle(
              FunctionDescriptor.of(
                  JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
              Linker.Option.captureCallState("errno"));

  private final String name;
  private final MemorySegment address;

  private NativeFunction(String name, MemorySegment address) {
    this.name = name;
    this.address = address;
  }

  /** Looks a function up in the C library this process runs on. */
  static NativeFunction of(String name) {
    MemorySegment address =
        Linker.nativeLinker()
            .defaultLookup()
            .find(name)
            .orElseThrow(() -> new UnsupportedPlatform("a C library without " + name));
    return new NativeFunction(name, address);
  }

  /** The function's result as it is; {@link Scratch#errno} then tells why it failed. */
  long raw(long a, long b, long c, long d, long e, long f) {
    try {
      return (long) CALL.invokeExact(address, Scratch.current().errno, a, b, c, d, e, f);
    } catch (RuntimeException | Error broken) {
      throw broken;
    } catch (Throwable impossible) { // the signature of a method handle demands it
      throw new AssertionError(impossible);
    }
  }

  /** The function's result as an int, or the negated errno where that is -1. */
  int call(long a, long b, long c, long d, long e, long f) {
    int result = (int) raw(a, b, c, d, e, f);
    return result == -1 ? -Scratch.current().errno.get(JAVA_INT, 0) : result;
  }

  int call() {
    return call(0, 0, 0, 0, 0, 0);
  }

  int call(long a) {
    return call(a, 0, 0, 0, 0, 0);
  }

  int call(long a, long b) {
    return call(a, b, 0, 0, 0, 0);
  }

  int call(long a, long b, long c) {
    return call(a, b, c, 0, 0, 0);
  }

  int call(long a, long b, long c, long d) {
    return call(a, b, c, d, 0, 0);
  }

  int call(long a, long b, long c, long d, long e) {
    return call(a, b, c, d, e, 0);
  }

  /** Hands a result of {@link #call} on, or throws what it tells. */
  int check(int result) {
    return Libc.check(name, result);
  }
}
