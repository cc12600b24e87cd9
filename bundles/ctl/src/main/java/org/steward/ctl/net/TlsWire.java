package org.steward.ctl.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.steward.ctl.net.UnreachableException.Reason;

/**
 * A TLS socket; the server's certificate must be trusted by the JVM's trust store and match the
 * host's name. Apart from {@link Connector}, so that TLS is loaded only where it is used.
 */
final class TlsWire implements Wire {

  private final SSLSocket socket;

  private TlsWire(SSLSocket socket) {
    this.socket = socket;
  }

  static TlsWire connect(ServerUrl url) throws UnreachableException {
    try {
      SSLSocket socket =
          (SSLSocket) SSLSocketFactory.getDefault().createSocket(url.host(), url.port());
      agree(socket);
      return new TlsWire(socket);
    } catch (ConnectException e) {
      throw new UnreachableException(Reason.REFUSED, e);
    } catch (UnknownHostException e) {
      throw new UnreachableException(Reason.UNKNOWN_HOST, e);
    } catch (SSLException e) {
      throw new UnreachableException(Reason.UNTRUSTED, e);
    } catch (IOException e) {
      throw new UnreachableException(Reason.OTHER, e);
    }
  }

  private static void agree(SSLSocket socket) throws IOException {
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    try {
      socket.startHandshake();
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    return socket.getInputStream().read(buffer);
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
