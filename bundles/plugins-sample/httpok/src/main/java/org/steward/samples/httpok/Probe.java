package org.steward.samples.httpok;

import java.io.IOException;

/** Asks an address once. */
@FunctionalInterface
interface Probe {
  /**
   * Asks, and waits for the whole answer.
   *
   * @throws IOException why there is no answer, also where it took too long
   */
  Answer ask() throws IOException, InterruptedException;

  /**
   * What was answered.
   *
   * @param status the HTTP status
   * @param body the text, empty where nobody looks at it
   */
  record Answer(int status, String body) {}
}
