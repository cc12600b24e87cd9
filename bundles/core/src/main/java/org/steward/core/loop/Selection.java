package org.steward.core.loop;

import org.steward.api.process.ProcessId;

/** Which processes a request is about. */
public sealed interface Selection {
  /** One process; a refusal is the request's own failure. */
  record One(ProcessId id) implements Selection {}

  /** All processes of a group that the request can apply to. */
  record Group(String name) implements Selection {}

  /** All processes that the request can apply to. */
  record All() implements Selection {}
}
