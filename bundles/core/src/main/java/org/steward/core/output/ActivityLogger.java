package org.steward.core.output;

import org.steward.core.config.LogLevel;
import org.steward.core.posix.Clock;

/**
 * The activity log's end that all threads hold: puts lines among the orders of the output loop,
 * which formats and writes them. Lines logged before the loop runs wait there.
 */
final class ActivityLogger implements ActivityLog {
  private final LogLevel least;
  private final Clock clock;
  private final Orders orders;

  /**
   * A log.
   *
   * @param least the least severe level that is written
   */
  ActivityLogger(LogLevel least, Clock clock, Orders orders) {
    this.least = least;
    this.clock = clock;
    this.orders = orders;
  }

  @Override
  public void log(LogLevel level, String message) {
    if (isLogged(level)) {
      orders.putLine(new Order.Line(clock.wallMillis(), level, message));
    }
  }

  @Override
  public boolean isLogged(LogLevel level) {
    return level.compareTo(least) >= 0;
  }
}
