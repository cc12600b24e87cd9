package org.steward.web.http;

import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Counts requests, by the class of their answers' status. Safe on any thread. */
public final class Traffic {
  private static final int CLASSES = 6;

  private final LongAdder begun = new LongAdder();
  private final LongAdder[] answered = new LongAdder[CLASSES];

  /** With all counts at 0. */
  public Traffic() {
    for (int i = 0; i < CLASSES; i++) {
      answered[i] = new LongAdder();
    }
  }

  void count(Request request, Response response) {
    begun.increment();
    Request.addCompletionListener(
        request, failure -> answered[Math.clamp(response.getStatus() / 100, 0, 5)].increment());
  }

  /** How many were answered with a status of a class: 2 for 200 to 299; of 0 without any. */
  public long answered(int statusClass) {
    return answered[statusClass].sum();
  }

  /** How many are being answered. */
  public long pending() {
    long done = 0;
    for (LongAdder some : answered) {
      done += some.sum();
    }
    return Math.max(0, begun.sum() - done);
  }
}
