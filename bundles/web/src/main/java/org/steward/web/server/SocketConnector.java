package org.steward.web.server;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.IO;
import org.jspecify.annotations.Nullable;
import org.steward.core.spi.http.HttpServerSettings;
import org.steward.core.spi.http.HttpServerSettings.Inet;
import org.steward.web.http.BasicAuthentication;
import org.steward.web.http.Door;
import org.steward.web.http.OwnNames;

/**
 * Serves the connections of one listening socket, TCP or UNIX, that was bound elsewhere.
 *
 * <p>Jetty's own connectors bind themselves and, for UNIX sockets, delete whatever file lies at
 * their path when they stop. This one takes over a bound channel, and a new one in its place while
 * connections go on. One selector thread accepts, reads and writes.
 */
final class SocketConnector extends AbstractConnector implements Door {
  private final BasicAuthentication authentication;
  private final OwnNames names;
  private final OpeningDeadline deadline;
  private final SelectorManager selectors;
  private final Object acceptLock = new Object();
  private ServerSocketChannel channel;
  private @Nullable Closeable acceptor;

  /**
   * @param channel the bound channel; closed with this connector
   * @param settings who may use it, and by which names
   * @param protocols what is spoken on it; the first with each new connection
   */
  SocketConnector(
      Server server,
      ServerSocketChannel channel,
      HttpServerSettings settings,
      List<ConnectionFactory> protocols) {
    super(server, null, null, null, 0, protocols.toArray(ConnectionFactory[]::new));
    this.channel = channel;
    this.authentication = new BasicAuthentication(settings.users());
    this.names = settings instanceof Inet inet ? new OwnNames(inet.names()) : OwnNames.ANY;
    this.selectors = new Selectors();
    this.deadline = new OpeningDeadline(getScheduler());
    installBean(selectors, true);
    setIdleTimeout(OpeningDeadline.TIME.toMillis());
  }

  @Override
  public BasicAuthentication authentication() {
    return authentication;
  }

  @Override
  public OwnNames names() {
    return names;
  }

  @Override
  public void admitted(EndPoint connection) {
    deadline.met(connection instanceof EndPoint.Wrapper tls ? tls.unwrap() : connection);
  }

  /** Listens on another bound channel from now on; the one before is closed. */
  void listenOn(ServerSocketChannel successor) throws IOException {
    synchronized (acceptLock) {
      boolean accepting = acceptor != null;
      stopListening();
      IO.close(channel);
      channel = successor;
      if (accepting) {
        startListening();
      }
    }
  }

  @Override
  protected void doStart() throws Exception {
    getBeans(SelectorManager.SelectorManagerListener.class).forEach(selectors::addEventListener);
    super.doStart();
    synchronized (acceptLock) {
      startListening();
    }
  }

  @Override
  protected void doStop() throws Exception {
    synchronized (acceptLock) {
      stopListening();
      IO.close(channel);
    }
    super.doStop();
  }

  /** Called by the connection limit: stops accepting when it is reached. */
  @Override
  public void setAccepting(boolean accepting) {
    super.setAccepting(accepting);
    synchronized (acceptLock) {
      try {
        if (accepting && acceptor == null) {
          startListening();
        } else if (!accepting) {
          stopListening();
        }
      } catch (IOException e) {
        throw new IllegalStateException("cannot change whether " + this + " accepts", e);
      }
    }
  }

  private void startListening() throws IOException {
    channel.configureBlocking(false);
    acceptor = selectors.acceptor(channel);
  }

  private void stopListening() {
    IO.close(acceptor);
    acceptor = null;
  }

  private void accepted(SocketChannel connection) throws IOException {
    connection.configureBlocking(false);
    Set<?> options = connection.supportedOptions();
    if (options.contains(StandardSocketOptions.TCP_NODELAY)) {
      connection.setOption(StandardSocketOptions.TCP_NODELAY, true);
      // Connections may stay silent for hours, see Patience: let the kernel find the dead ones.
      connection.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    }
    selectors.accept(connection);
  }

  @Override
  protected void accept(int acceptorId) {
    throw new UnsupportedOperationException("the selector accepts");
  }

  @Override
  public Object getTransport() {
    return channel;
  }

  private final class Selectors extends SelectorManager {
    Selectors() {
      super(SocketConnector.this.getExecutor(), SocketConnector.this.getScheduler(), 1);
    }

    @Override
    protected void accepted(SelectableChannel connection) throws IOException {
      SocketConnector.this.accepted((SocketChannel) connection);
    }

    @Override
    protected EndPoint newEndPoint(
        SelectableChannel connection, ManagedSelector selector, SelectionKey key) {
      EndPoint endPoint =
          new SocketChannelEndPoint((SocketChannel) connection, selector, key, getScheduler());
      endPoint.setIdleTimeout(getIdleTimeout());
      return endPoint;
    }

    @Override
    public Connection newConnection(
        SelectableChannel connection, EndPoint endPoint, Object attachment) {
      return getDefaultConnectionFactory().newConnection(SocketConnector.this, endPoint);
    }

    @Override
    protected void endPointOpened(EndPoint endPoint) {
      super.endPointOpened(endPoint);
      onEndPointOpened(endPoint);
      deadline.opened(endPoint);
    }

    @Override
    protected void endPointClosed(EndPoint endPoint) {
      deadline.closed(endPoint);
      onEndPointClosed(endPoint);
      super.endPointClosed(endPoint);
    }
  }
}
