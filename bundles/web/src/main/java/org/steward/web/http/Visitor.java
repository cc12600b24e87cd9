package org.steward.web.http;

import org.steward.api.http.Role;

/**
 * Who sends a request.
 *
 * @param user the name, {@link #ANYBODY} where none was asked for
 * @param role what it may do
 */
public record Visitor(String user, Role role) {
  /** The name of a user on a socket that asks nobody for a name. */
  public static final String ANYBODY = "";

  /** Who comes by a socket that asks nobody: all may be done there, as with Supervisor. */
  static final Visitor UNASKED = new Visitor(ANYBODY, Role.ADMIN);
}
