package org.steward.ctl.action;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.steward.ctl.net.Credentials;
import org.steward.ctl.net.HttpClient;
import org.steward.ctl.net.HttpStream;
import org.steward.ctl.net.ServerUrl;
import org.steward.ctl.net.Upgraded;
import org.steward.ctl.rpc.RpcClient;

/**
 * The server talked to.
 *
 * @param url as the user gave it; messages show it to the letter
 * @param username for basic authentication, or null
 * @param password for basic authentication, or null
 */
public record Target(String url, @Nullable String username, @Nullable String password) {

  Target withUrl(String other) {
    return new Target(other, username, password);
  }

  Target withCredentials(@Nullable String user, @Nullable String secret) {
    return new Target(url, user, secret);
  }

  RpcClient client() throws IOException {
    return new RpcClient(new HttpClient(ServerUrl.parse(url), credentials()));
  }

  HttpStream stream() throws IOException {
    return new HttpStream(ServerUrl.parse(url), credentials());
  }

  Upgraded upgraded(String path, String protocol) throws IOException {
    return Upgraded.open(ServerUrl.parse(url), credentials(), path, protocol);
  }

  private Credentials credentials() {
    return new Credentials(username, password);
  }

  /** Keeps the password out of logs and messages. */
  @Override
  public String toString() {
    return "Target " + url;
  }
}
