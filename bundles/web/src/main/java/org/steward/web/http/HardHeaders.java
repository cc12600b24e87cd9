package org.steward.web.http;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;

/**
 * The headers that keep browsers from being turned against the supervisor. They stand on every
 * answer; a servlet of a plugin may replace them where its pages need more.
 */
public final class HardHeaders {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors ";
  private static final HttpField[] FIELDS = {
    new PreEncodedHttpField("Content-Security-Policy", POLICY + "'none'"),
    new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
    new PreEncodedHttpField("X-Frame-Options", "DENY"),
    // Not "no-referrer": our own links must show that they are ours, see SameSite.
    new PreEncodedHttpField("Referrer-Policy", "same-origin"),
    new PreEncodedHttpField("Cross-Origin-Resource-Policy", "same-origin"),
  };

  private static final HttpField[] OF_PLUGINS = {
    new PreEncodedHttpField("Content-Security-Policy", POLICY + "'self'"),
    new PreEncodedHttpField("X-Frame-Options", "SAMEORIGIN"),
  };

  private HardHeaders() {}

  /** Lets the daemon's own page show that of a plugin in a frame. */
  public static void allowOwnFrames(HttpFields.Mutable headers) {
    for (HttpField field : OF_PLUGINS) {
      headers.put(field);
    }
  }

  static void put(HttpFields.Mutable headers) {
    for (HttpField field : FIELDS) {
      headers.put(field);
    }
  }
}
