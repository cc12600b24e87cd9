package org.steward.core.posix;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** A socket address in native memory. */
record NativeAddress(MemorySegment memory, int length) {
  private static final short AF_UNIX = 1;
  private static final short AF_INET = 2;
  static final short AF_INET6 = 10;
  static final int UNIX_SIZE = 110;
  private static final int LONGEST_PATH = 107;
  private static final int INET_SIZE = 16;
  private static final int INET6_SIZE = 28;

  /** The address of a UNIX socket; a name that begins with {@code @} is one without a file. */
  static NativeAddress of(Arena arena, String path) {
    byte[] name = NativeText.encode(path);
    boolean withoutFile = path.startsWith("@");
    if (name.length > LONGEST_PATH) {
      throw new PosixException("socket name " + path, Errno.ENAMETOOLONG);
    }
    MemorySegment memory = arena.allocate(UNIX_SIZE, 8);
    memory.set(JAVA_SHORT, 0, AF_UNIX);
    MemorySegment.copy(name, 0, memory, JAVA_BYTE, 2, name.length);
    if (withoutFile) {
      memory.set(JAVA_BYTE, 2, (byte) 0);
      return new NativeAddress(memory, 2 + name.length);
    }
    return new NativeAddress(memory, UNIX_SIZE);
  }

  /** The address of a TCP socket. */
  static NativeAddress of(Arena arena, InetAddress host, int port) {
    byte[] bytes = host.getAddress();
    boolean v6 = host instanceof Inet6Address;
    MemorySegment memory = arena.allocate(INET6_SIZE, 8);
    memory.set(JAVA_SHORT, 0, v6 ? AF_INET6 : AF_INET);
    memory.set(JAVA_BYTE, 2, (byte) (port >> 8));
    memory.set(JAVA_BYTE, 3, (byte) port);
    MemorySegment.copy(bytes, 0, memory, JAVA_BYTE, v6 ? 8 : 4, bytes.length);
    if (host instanceof Inet6Address scoped) {
      memory.set(JAVA_INT, 24, scoped.getScopeId());
    }
    return new NativeAddress(memory, v6 ? INET6_SIZE : INET_SIZE);
  }

  int family() {
    return memory.get(JAVA_SHORT, 0);
  }

  long address() {
    return memory.address();
  }

  /** What the system has written here, as Java has it; null for an address of another kind. */
  java.net.@Nullable SocketAddress toJava() throws UnknownHostException {
    int port = (memory.get(JAVA_BYTE, 2) & 0xff) << 8 | memory.get(JAVA_BYTE, 3) & 0xff;
    return switch (family()) {
      case AF_UNIX -> UnixDomainSocketAddress.of(memory.getString(2));
      case AF_INET -> new InetSocketAddress(InetAddress.getByAddress(bytes(4, 4)), port);
      case AF_INET6 -> new InetSocketAddress(InetAddress.getByAddress(bytes(8, 16)), port);
      default -> null;
    };
  }

  private byte[] bytes(int offset, int length) {
    return memory.asSlice(offset, length).toArray(JAVA_BYTE);
  }
}
