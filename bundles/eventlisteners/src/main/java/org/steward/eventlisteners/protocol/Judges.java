package org.steward.eventlisteners.protocol;

import org.steward.core.spi.PoolHost;
import org.steward.core.spi.PoolSpec;

/** Finds each pool the judge its configuration names. */
final class Judges {
  private final ResultHandlers handlers;

  Judges(ResultHandlers handlers) {
    this.handlers = handlers;
  }

  Judge forPool(PoolSpec pool, PoolHost host) {
    String name = pool.resultHandler();
    return name == null || name.equals(DefaultJudge.NAME)
        ? new DefaultJudge()
        : new HandlerJudge(name, pool.name(), host, handlers);
  }
}
