package org.steward.api.event;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Judges what event listeners answer, in place of the default rule that only {@code OK} means
 * processed.
 *
 * <p>Registered as a service with the property {@value #NAME}, it serves all pools whose {@code
 * result_handler} in {@code supervisord.conf} is that name, from the moment it is registered until
 * it goes. While no service of the configured name is there, results wait for one.
 *
 * <p>Each pool calls it on a thread of its own, one result at a time: a handler that is slow, or
 * never returns, holds up that pool only.
 */
@ConsumerType
@FunctionalInterface
public interface ResultHandler {
  /** The service property that holds the name used in {@code result_handler}. */
  String NAME = "supervisor.result.handler";

  /**
   * Judges one result.
   *
   * @param event what the listener was sent
   * @param result what it answered, the bytes after its RESULT line
   * @return true where the event is processed, false where it is to be sent again
   * @throws Exception where the answer makes no sense: the event is sent again, and the listener
   *     gets no more events until it is restarted
   */
  boolean isProcessed(SupervisorEvent event, byte[] result) throws Exception;
}
