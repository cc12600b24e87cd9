package org.steward.eventlisteners.protocol;

import java.util.Map;
import org.steward.core.spi.PoolsMemory;

/**
 * An event in the hands of one pool.
 *
 * @param published the event, shared with other pools
 * @param poolSerial its number among the events this pool has taken, from 0
 */
record BufferedEvent(PublishedEvent published, long poolSerial) {
  /** The same as an earlier pool left it. */
  static BufferedEvent of(PoolsMemory.Event left, Map<Long, PublishedEvent> shared) {
    PublishedEvent published =
        shared.computeIfAbsent(left.serial(), serial -> new PublishedEvent(left.event(), serial));
    return new BufferedEvent(published, left.poolSerial());
  }

  PoolsMemory.Event remember() {
    return new PoolsMemory.Event(published.event(), published.serial(), poolSerial);
  }

  long serial() {
    return published.serial();
  }
}
