package org.steward.core.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Sockets on Linux. */
interface LinuxSockets extends Sockets {
  int AF_UNIX = 1;
  int SOCK_STREAM = 1;
  int SOCK_DGRAM = 2;

  @Override
  default int listenTcp(String host, int port, int backlog) {
    try (Arena arena = Arena.ofConfined()) {
      NativeAddress address = NativeAddress.of(arena, resolve(host), port);
      return listening(
          socket(address.family(), SOCK_STREAM),
          fd -> {
            reuseAddress(fd);
            Libc.BIND.check(Libc.BIND.call(fd, address.address(), address.length()));
            Libc.LISTEN.check(Libc.LISTEN.call(fd, backlog));
          });
    }
  }

  @Override
  default int listenUnix(String path, int mode, int uid, int gid, int backlog) {
    String temporary = path + "." + Libc.GETPID.call();
    try (Arena arena = Arena.ofConfined()) {
      NativeAddress address = NativeAddress.of(arena, temporary);
      long name = NativeText.string(arena, temporary);
      long finalName = NativeText.string(arena, path);
      return listening(
          socket(AF_UNIX, SOCK_STREAM),
          fd -> {
            Libc.UNLINK.call(name); // left over by a predecessor of the same process id
            Libc.BIND.check(Libc.BIND.call(fd, address.address(), address.length()));
            try {
              Libc.CHMOD.check(Libc.CHMOD.call(name, mode));
              Libc.CHOWN.check(Libc.CHOWN.call(name, uid, gid));
              Libc.LISTEN.check(Libc.LISTEN.call(fd, backlog));
              Libc.RENAME.check(Libc.RENAME.call(name, finalName));
            } catch (PosixException e) {
              Libc.UNLINK.call(name);
              throw e;
            }
          });
    }
  }

  @Override
  default int connectDatagram(String path) {
    try (Arena arena = Arena.ofConfined()) {
      NativeAddress address = NativeAddress.of(arena, path);
      return listening(
          socket(AF_UNIX, SOCK_DGRAM | Libc.NONBLOCK),
          fd -> Libc.CONNECT.check(Libc.CONNECT.call(fd, address.address(), address.length())));
    }
  }

  @Override
  default boolean acceptsConnections(String path) {
    int fd = socket(AF_UNIX, SOCK_STREAM | Libc.NONBLOCK);
    try (Arena arena = Arena.ofConfined()) {
      NativeAddress address = NativeAddress.of(arena, path);
      int result = Libc.CONNECT.call(fd, address.address(), address.length());
      return switch (-result) {
        case Errno.ENOENT, Errno.ENOTDIR, Errno.ECONNREFUSED -> false;
        case Errno.EAGAIN -> true; // its queue is full
        default -> Libc.CONNECT.check(result) == 0;
      };
    } finally {
      Libc.CLOSE.call(fd);
    }
  }

  @Override
  default int listeningAt(SocketAddress address) {
    for (int fd : ProcDescriptors.own()) {
      if (isListening(fd) && address.equals(boundTo(fd))) {
        return fd;
      }
    }
    return -1;
  }

  @Override
  default boolean isInet6(int fd) {
    return boundTo(fd) instanceof InetSocketAddress inet
        && inet.getAddress() instanceof Inet6Address;
  }

  private static boolean isListening(int fd) {
    int solSocket = 1;
    int soAcceptConn = 30;
    MemorySegment found = Scratch.zeroed();
    found.set(JAVA_INT, 8, Integer.BYTES);
    int result =
        Libc.GETSOCKOPT.call(fd, solSocket, soAcceptConn, found.address(), found.address() + 8);
    return result == 0 && found.get(JAVA_INT, 0) != 0;
  }

  @Override
  default @Nullable SocketAddress boundTo(int fd) {
    MemorySegment found = Scratch.zeroed();
    int lengthAt = 128;
    found.set(JAVA_INT, lengthAt, NativeAddress.UNIX_SIZE);
    if (Libc.GETSOCKNAME.call(fd, found.address(), found.address() + lengthAt) < 0) {
      return null;
    }
    try {
      return new NativeAddress(found, NativeAddress.UNIX_SIZE).toJava();
    } catch (UnknownHostException e) {
      throw new AssertionError("of 4 and of 16 bytes there are addresses", e);
    }
  }

  private static int socket(int family, int type) {
    return Libc.SOCKET.check(Libc.SOCKET.call(family, type | Libc.CLOEXEC, 0));
  }

  /** The socket once it is set up, closed where that fails. */
  private static int listening(int fd, Setup setup) {
    try {
      setup.on(fd);
      return fd;
    } catch (PosixException e) {
      Libc.CLOSE.call(fd);
      throw e;
    }
  }

  private static void reuseAddress(int fd) {
    int solSocket = 1;
    int soReuseaddr = 2;
    MemorySegment one = Scratch.current().struct;
    one.set(JAVA_INT, 0, 1);
    Libc.SETSOCKOPT.check(
        Libc.SETSOCKOPT.call(fd, solSocket, soReuseaddr, one.address(), Integer.BYTES));
  }

  private static InetAddress resolve(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new PosixException("resolve " + host, Errno.EADDRNOTAVAIL);
    }
  }

  /** What makes a new socket useful. */
  @FunctionalInterface
  interface Setup {
    /** Sets it up. */
    void on(int fd);
  }
}
