package org.steward.samples.plot;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The samples of the last hour, oldest first. Safe on any thread. */
final class History {
  /** An hour, at one every five seconds. */
  static final int MOST = 720;

  private final Deque<Sample> samples = new ArrayDeque<>();
  private long taken;

  /**
   * One look at all processes.
   *
   * @param at wall-clock second
   * @param states how many are in each state, by its name
   * @param cpu what each used since the look before, in percent of one processor, by its name
   * @param memory what each holds, in bytes, by its name
   */
  record Sample(
      long at, Map<String, Integer> states, Map<String, Double> cpu, Map<String, Long> memory) {}

  synchronized void add(Sample sample) {
    if (samples.size() == MOST) {
      samples.removeFirst();
    }
    samples.addLast(sample);
    taken++;
  }

  /** Those later than a second. */
  synchronized List<Sample> since(long second) {
    return samples.stream().filter(sample -> sample.at() > second).toList();
  }

  /** How many were ever taken. */
  synchronized long taken() {
    return taken;
  }
}
