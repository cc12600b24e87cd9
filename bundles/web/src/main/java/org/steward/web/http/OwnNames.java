package org.steward.web.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * The names a socket may be called by. A page of a site whose name its owner has lead here ("DNS
 * rebinding") is of the same origin as ours, and could do all its reader may: so where nobody is
 * asked for a password, a browser must call us by a name that is ours.
 *
 * <p>Ours are addresses, names without a dot, which nobody can own, the machine's own and those
 * configured. Scripts are not asked: whoever can run one needs no browser. Safe on any thread.
 */
public final class OwnNames {
  /** Any name is ours: nobody leads a browser to a UNIX socket. */
  public static final OwnNames ANY = new OwnNames(List.of("*"));

  private final List<String> configured;

  /** Asked of the system when it is first needed, as that may take long. */
  private volatile @Nullable String machine;

  /**
   * @param configured further names, {@code *} for any
   */
  public OwnNames(List<String> configured) {
    this.configured = configured.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  /** Whether a request comes from a browser that was led here by a name that is not ours. */
  boolean isLedAstray(HttpFields headers) {
    String host = headers.get(HttpHeader.HOST);
    return host != null && isOfBrowser(headers) && !covers(host.toLowerCase(Locale.ROOT));
  }

  /** No page can keep its browser from sending one of these, and scripts have no need for them. */
  private static boolean isOfBrowser(HttpFields headers) {
    return headers.contains(HttpHeader.ACCEPT_LANGUAGE)
        || headers.contains(HttpHeader.ORIGIN)
        || headers.contains("Sec-Fetch-Site");
  }

  private boolean covers(String authority) {
    String name = authority.replaceFirst(":\\d*$", "").replaceFirst("\\.$", "");
    return name.startsWith("[")
        || !name.contains(".")
        || name.matches("[0-9.]+")
        || name.endsWith(".localhost")
        || configured.contains("*")
        || configured.contains(name)
        || name.equals(machine());
  }

  private String machine() {
    String known = machine;
    if (known == null) {
      try {
        known = InetAddress.getLocalHost().getCanonicalHostName().toLowerCase(Locale.ROOT);
      } catch (UnknownHostException nameless) {
        known = "localhost";
      }
      machine = known;
    }
    return known;
  }
}
