package org.steward.web.http;

import java.net.URI;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * Tells requests a foreign web page makes a browser send from those the user, one of our own pages
 * or a script sends.
 *
 * <p>The classic pages act on plain GETs, and an XML-RPC call can be posted by any form, so without
 * this every page in the operator's browser could stop programs. Scripts send none of these headers
 * and pass. Where the browser says itself how the request came about, that decides, as it knows
 * better than we do behind a reverse proxy; otherwise the named origin must be the host asked for.
 */
public final class SameSite {
  /** Why such a request is refused. */
  public static final String REFUSAL = "Pages of other sites may not do that.";

  private SameSite() {}

  /** Whether the request was caused by a page of another site. */
  public static boolean isForeign(HttpFields headers) {
    String fetchSite = headers.get("Sec-Fetch-Site");
    if (fetchSite != null) {
      return !fetchSite.equals("same-origin") && !fetchSite.equals("none");
    }
    String origin = headers.get(HttpHeader.ORIGIN);
    if (origin == null) {
      origin = headers.get(HttpHeader.REFERER);
    }
    return origin != null && !names(origin, headers);
  }

  /**
   * Whether a browser sent it that does not say from where, as a page of another site can have it
   * do over plain HTTP. What is no browser names no language.
   */
  public static boolean isUnexplained(HttpFields headers) {
    return headers.contains(HttpHeader.ACCEPT_LANGUAGE)
        && !headers.contains("Sec-Fetch-Site")
        && !headers.contains(HttpHeader.ORIGIN)
        && !headers.contains(HttpHeader.REFERER);
  }

  private static boolean names(String origin, HttpFields headers) {
    String authority = authority(origin);
    return authority != null
        && (authority.equalsIgnoreCase(headers.get(HttpHeader.HOST))
            || authority.equalsIgnoreCase(headers.get(HttpHeader.X_FORWARDED_HOST)));
  }

  /** Host and port of a URL, null for an opaque origin ("null") or nonsense. */
  private static @Nullable String authority(String origin) {
    try {
      return URI.create(origin).getRawAuthority();
    } catch (IllegalArgumentException nonsense) {
      return null;
    }
  }
}
