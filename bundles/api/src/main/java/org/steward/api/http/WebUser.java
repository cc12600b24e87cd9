package org.steward.api.http;

/**
 * What servlets of plugins are told of who sends a request, beside {@code getRemoteUser()}: also
 * {@code isUserInRole("operate")} and the like answer by it, and each role includes those before
 * it.
 *
 * <p>GET and HEAD reach a servlet from whoever may read; every other method from administrators
 * only, and not from pages of other sites.
 */
public final class WebUser {
  /** The request attribute that holds the {@link Role}. */
  public static final String ROLE = "org.steward.web.role";

  private WebUser() {}
}
