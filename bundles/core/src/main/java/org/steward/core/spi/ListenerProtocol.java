package org.steward.core.spi;

import org.jspecify.annotations.Nullable;
import org.steward.api.event.SupervisorEvent;
import org.steward.api.process.ProcessId;

/**
 * The event listener protocol, told by the supervision loop what happens. A service of the event
 * listener bundle; all calls come on the supervision loop and must not block. Calls made before the
 * service is there are kept and delivered in order once it comes.
 */
public interface ListenerProtocol {
  /**
   * A supervision loop connects; the first call it makes. What an earlier one told is void: a
   * daemon that restarts has a new loop, with pools of its own.
   */
  default void attached(PoolHost host) {}

  /**
   * The supervision loop goes on with what an earlier listener bundle left: follows {@link
   * #attached} where there was one. What happened in between is told next.
   */
  default void resumed(PoolsMemory memory, PoolHost host) {}

  /**
   * The bundle goes while its supervision loop lives on; the last call it makes.
   *
   * @return what the next one is to go on with, null for nothing
   */
  default @Nullable PoolsMemory detached() {
    return null;
  }

  /** A pool was added to the running set. */
  void poolAdded(PoolSpec pool, PoolHost host);

  /** A pool, whose listeners have all stopped, was removed from the running set. */
  void poolRemoved(String pool);

  /** Something happened that pools may have subscribed to. */
  void published(SupervisorEvent event);

  /** A listener was spawned. */
  void listenerStarted(ProcessId listener);

  /** A listener entered RUNNING: from now on it may be sent events. */
  void listenerRunning(ProcessId listener);

  /** A listener was told to stop: it may be sent no more. */
  void listenerStopping(ProcessId listener);

  /** A listener was reaped; all it had written was received before. */
  void listenerEnded(ProcessId listener);

  /**
   * A listener wrote to its stdout.
   *
   * @param bytes what it wrote; not to be modified
   */
  void received(ProcessId listener, byte[] bytes);
}
