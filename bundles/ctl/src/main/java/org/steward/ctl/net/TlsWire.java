package org.steward.ctl.net;

import java.io.IOException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A TLS socket; the server's certificate must be trusted by the JVM's trust store and match the
 * host's name.
 */
final class TlsWire implements Wire {

  private final SSLSocket socket;

  TlsWire(ServerUrl url) throws IOException {
    socket = (SSLSocket) SSLSocketFactory.getDefault().createSocket(url.host(), url.port());
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
