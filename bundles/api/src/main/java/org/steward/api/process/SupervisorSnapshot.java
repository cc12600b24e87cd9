package org.steward.api.process;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The whole running set at one moment, published by the supervision loop after each turn that
 * changed something. Immutable: it never changes under its reader, and reading it never waits.
 */
@ProviderType
public interface SupervisorSnapshot {
  /** What the supervisor as a whole is doing. */
  SupervisorState state();

  /** Groups ordered by priority, then name. */
  List<GroupSnapshot> groups();

  /** All processes, in the order of {@link #groups()}. */
  List<ProcessSnapshot> processes();

  /** The named group. */
  Optional<GroupSnapshot> group(String name);

  /** The named process. */
  Optional<ProcessSnapshot> process(ProcessId id);

  /** A number that grows with each published snapshot. */
  long version();
}
