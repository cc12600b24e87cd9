package org.steward.web.http;

/** Answers the requests for one path, or for all paths below one. Safe on any thread. */
@FunctionalInterface
public interface Route {
  /**
   * Answers the request, now or later on another thread.
   *
   * @throws Exception what went wrong, before anything was answered; becomes a 500
   */
  void handle(Exchange exchange) throws Exception;
}
