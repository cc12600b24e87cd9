package org.steward.web.http;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A route that is made when it is first asked for, so that what nobody asks for costs neither
 * memory nor start-up time. Safe on any thread.
 */
public final class LazyRoute implements Route {
  private final Supplier<Route> maker;
  private volatile @Nullable Route made;

  /**
   * @param maker makes the route, once
   */
  public LazyRoute(Supplier<Route> maker) {
    this.maker = maker;
  }

  @Override
  public void handle(Exchange exchange) throws Exception {
    Route route = made;
    if (route == null) {
      route = make();
    }
    route.handle(exchange);
  }

  private synchronized Route make() {
    Route route = made;
    if (route == null) {
      route = maker.get();
      made = route;
    }
    return route;
  }
}
