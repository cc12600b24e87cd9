package org.steward.api.http;

/**
 * How a bundle puts a link on the daemon's page: a service of any type, most often the servlet of
 * the page itself, that is registered with these properties. The link is there while the service
 * is.
 */
public final class PageLink {
  /** The service property that holds the link's words. */
  public static final String TITLE = "supervisor.web.link.title";

  /**
   * The service property that holds the link's path on this server, which begins with a slash; the
   * servlet's first pattern where it is left out.
   */
  public static final String PATH = "supervisor.web.link.path";

  private PageLink() {}
}
