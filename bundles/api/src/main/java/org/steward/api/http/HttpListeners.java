package org.steward.api.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What became of the configured sockets: a service of the web bundle, there as soon as each of them
 * was opened or failed to. Safe on any thread.
 */
@ProviderType
public interface HttpListeners {
  /** One entry for each configured socket, in the order of the configuration. */
  List<Listener> listeners();

  /**
   * One configured socket.
   *
   * @param section the title of the section that asks for it, such as {@code inet_http_server}
   * @param address where it listens, in words: {@code host:port}, or the path of the socket file
   * @param problem why it is not open, null if it is
   */
  record Listener(String section, String address, @Nullable String problem) {
    /** Whether clients can reach the supervisor by it. */
    public boolean isOpen() {
      return problem == null;
    }
  }
}
