package org.steward.web.http;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;

/**
 * The headers that keep browsers from being turned against the supervisor. They stand on every
 * answer; a servlet of a plugin may replace them where its pages need more.
 */
final class HardHeaders {
  private static final HttpField[] FIELDS = {
    new PreEncodedHttpField(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'"),
    new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
    new PreEncodedHttpField("X-Frame-Options", "DENY"),
    // Not "no-referrer": our own links must show that they are ours, see SameSite.
    new PreEncodedHttpField("Referrer-Policy", "same-origin"),
    new PreEncodedHttpField("Cross-Origin-Resource-Policy", "same-origin"),
  };

  private HardHeaders() {}

  static void put(HttpFields.Mutable headers) {
    for (HttpField field : FIELDS) {
      headers.put(field);
    }
  }
}
