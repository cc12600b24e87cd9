package org.steward.core.journal;

import org.jspecify.annotations.Nullable;
import org.steward.api.process.ProcessId;
import org.steward.core.process.ProcessMemory;

/**
 * A process as an earlier daemon left it.
 *
 * @param id its name
 * @param memory its state then, null where none is known
 * @param fate what became of its child
 * @param child its child, null where it does not live
 * @param untouched whether it is to be kept as it is even where it is configured otherwise now
 */
public record Survivor(
    ProcessId id,
    @Nullable ProcessMemory memory,
    Fate fate,
    @Nullable LivingChild child,
    boolean untouched) {

  /** What became of the child. */
  public enum Fate {
    /** There was none. */
    NONE,
    /** It lives. */
    ALIVE,
    /** It ended while nobody looked. */
    GONE,
    /** It lives, but was being stopped, as the supervisor was ending. */
    DOOMED,
    /** It was stopped, as the supervisor was ending. */
    STOPPED
  }
}
