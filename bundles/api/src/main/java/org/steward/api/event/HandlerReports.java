package org.steward.api.event;

import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How the {@link SupervisorEventHandler}s fare, so that the author of one that is slow or fails can
 * see it. A service of the event listener bundle; safe on any thread, never waits.
 */
@ProviderType
public interface HandlerReports {
  /** One report for each handler that is registered now, in no order. */
  List<Report> reports();

  /**
   * One handler.
   *
   * @param handler its component's or class's name
   * @param bundle the id of the bundle that registered it
   * @param busy how long it has not returned from the event it is told of; zero if it has
   * @param dropped how many events it missed because it did not keep up
   * @param failed how many events it threw on
   * @param lastFailure what it threw last, empty if it never did
   */
  record Report(
      String handler, long bundle, Duration busy, long dropped, long failed, String lastFailure) {}
}
