package org.steward.core.posix.testing;

import java.net.SocketAddress;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.steward.core.posix.Sockets;

/** Sockets nobody is behind. */
interface FakeSocketsCalls extends Sockets {
  /** The kernel these calls are made to. */
  FakeKernel kernel();

  @Override
  default int listeningAt(SocketAddress address) {
    return -1;
  }

  @Override
  default @Nullable SocketAddress boundTo(int fd) {
    return null;
  }

  @Override
  default boolean isInet6(int fd) {
    return false;
  }

  @Override
  default int listenTcp(String host, int port, int backlog) {
    kernel().faults.check("listenTcp");
    kernel().environment.did("listenTcp " + host + " " + port);
    return kernel().table.install("listenTcp", new InertFile("listener at " + host + ":" + port));
  }

  @Override
  default int listenUnix(String path, int mode, int uid, int gid, int backlog) {
    kernel().faults.check("listenUnix");
    kernel().environment.did("listenUnix " + path + " " + Integer.toOctalString(mode));
    return kernel().table.install("listenUnix", new InertFile("listener at " + path));
  }

  @Override
  default int connectDatagram(String path) {
    kernel().faults.check("connectDatagram");
    return kernel()
        .table
        .install(
            "connectDatagram",
            new FakeDatagrams(
                path, kernel().datagrams.computeIfAbsent(path, key -> new ArrayList<>())));
  }

  @Override
  default boolean acceptsConnections(String path) {
    return kernel().environment.live(path);
  }
}
