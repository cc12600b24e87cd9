package org.steward.ctl.rpc;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.steward.ctl.net.HttpClient;

/** Calls methods of one server, one at a time. For one thread. */
public final class RpcClient implements Closeable {

  private static final String PATH = "/RPC2";

  private final HttpClient http;

  /**
   * @param http the way to the server; closed by this client's {@link #close}
   */
  public RpcClient(HttpClient http) {
    this.http = http;
  }

  /**
   * Calls a method and waits for its answer without limit: stopping a process may take as long as
   * it likes.
   *
   * @param method namespace, dot, name
   * @param params integers, booleans, strings and lists of them
   * @throws RpcFault if the server answers with one
   * @throws IOException if there is no answer, or none of use
   */
  public Object call(String method, Object... params) throws IOException, RpcFault {
    byte[] answer = http.post(PATH, CallWriter.write(method, params));
    return AnswerReader.read(new String(answer, StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
