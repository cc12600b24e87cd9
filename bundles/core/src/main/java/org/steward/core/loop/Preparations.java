package org.steward.core.loop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.steward.core.output.ChildOutput;

/**
 * Has the logs of only a few children opened ahead of their spawning. Where descriptors are short,
 * the logs of those to come would else take what the first ones need for their pipes, and none
 * could start. On the loop only.
 */
final class Preparations {
  /** So many that neither loop waits for the other where a thousand programs start. */
  private static final int MOST = 256;

  private static final int LEAST = 4;

  /** With two logs a child, an eighth of the descriptors goes to those ahead. */
  private static final int DESCRIPTORS_FOR_EACH = 16;

  private final int most;
  private final Consumer<ChildOutput> order;
  private final Deque<ChildOutput> waiting = new ArrayDeque<>();
  private final Set<Long> underWay = new HashSet<>();

  /**
   * None yet.
   *
   * @param descriptors how many the daemon may have, -1 without limit
   * @param order has a child's logs opened, after which {@link #over} is called
   */
  Preparations(long descriptors, Consumer<ChildOutput> order) {
    this.most =
        descriptors < 0 ? MOST : Math.clamp(descriptors / DESCRIPTORS_FOR_EACH, LEAST, MOST);
    this.order = order;
  }

  /** Orders a child's logs, now or in its turn. */
  void begin(ChildOutput child) {
    waiting.add(child);
    orderNext();
  }

  /** The child's logs have led to a spawn, or to none. */
  void over(long token) {
    underWay.remove(token);
    orderNext();
  }

  private void orderNext() {
    while (underWay.size() < most && !waiting.isEmpty()) {
      ChildOutput next = waiting.remove();
      underWay.add(next.token());
      order.accept(next);
    }
  }
}
