package org.steward.ctl.net;

/**
 * Where a supervisord listens.
 *
 * @param text the URL as the user wrote it
 * @param kind how to get there
 * @param host the host name, or the socket's path for {@link Kind#UNIX}
 * @param port the TCP port, 0 for {@link Kind#UNIX}
 */
public record ServerUrl(String text, Kind kind, String host, int port) {

  /** The protocols supported. */
  public enum Kind {
    UNIX("unix://", 0),
    HTTP("http://", 80),
    HTTPS("https://", 443);

    static final Kind[] ALL = values();

    final String prefix;
    final int defaultPort;

    Kind(String prefix, int defaultPort) {
      this.prefix = prefix;
      this.defaultPort = defaultPort;
    }
  }

  /**
   * Takes a URL apart. A path, a query or credentials inside an http URL are ignored, as Supervisor
   * ignores them.
   *
   * @throws BadUrlException for another scheme, or a port that is no number
   */
  public static ServerUrl parse(String text) throws BadUrlException {
    for (Kind kind : Kind.ALL) {
      if (text.startsWith(kind.prefix)) {
        String rest = text.substring(kind.prefix.length());
        return kind == Kind.UNIX ? new ServerUrl(text, kind, rest, 0) : tcp(text, kind, rest);
      }
    }
    throw new BadUrlException(
        "Unknown protocol for serverurl "
            + text
            + ": expected unix:///path, http://host:port or https://host:port");
  }

  private static ServerUrl tcp(String text, Kind kind, String rest) throws BadUrlException {
    String authority = rest.substring(0, endOfAuthority(rest));
    authority = authority.substring(authority.lastIndexOf('@') + 1);
    int colon = authority.lastIndexOf(':');
    if (colon < authority.lastIndexOf(']')) {
      colon = -1; // the colons of an IPv6 address
    }
    String host = colon < 0 ? authority : authority.substring(0, colon);
    String port = colon < 0 ? "" : authority.substring(colon + 1);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    if (host.isEmpty()) {
      throw new BadUrlException("serverurl " + text + " names no host");
    }
    return new ServerUrl(text, kind, host, port.isEmpty() ? kind.defaultPort : portOf(port, text));
  }

  private static int endOfAuthority(String rest) {
    int end = 0;
    while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static int portOf(String digits, String text) throws BadUrlException {
    try {
      int port = Integer.parseInt(digits);
      if (port > 0 && port <= 0xFFFF) {
        return port;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new BadUrlException(
        "serverurl " + text + " has the port '" + digits + "': expected 1 to 65535");
  }

  /**
   * {@return the value of the Host header} A socket's path is no host name, and servers have limits
   * for those.
   */
  String hostHeader() {
    if (kind == Kind.UNIX) {
      return "localhost";
    }
    String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
    return port == kind.defaultPort ? name : name + ":" + port;
  }
}
