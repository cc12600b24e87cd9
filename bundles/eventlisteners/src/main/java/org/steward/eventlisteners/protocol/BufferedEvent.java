package org.steward.eventlisteners.protocol;

/**
 * An event in the hands of one pool.
 *
 * @param published the event, shared with other pools
 * @param poolSerial its number among the events this pool has taken, from 0
 */
record BufferedEvent(PublishedEvent published, long poolSerial) {
  long serial() {
    return published.serial();
  }
}
