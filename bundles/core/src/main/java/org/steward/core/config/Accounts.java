package org.steward.core.config;

import java.util.Optional;
import java.util.OptionalInt;

/** Looks up users and groups of the system. */
public interface Accounts {
  /** The user of that name. */
  Optional<Account> byName(String name);

  /** The user of that id. */
  Optional<Account> byUid(int uid);

  /** The id of the group of that name. */
  OptionalInt groupByName(String name);

  /** Whether there is a group of that id. */
  boolean hasGroup(int gid);
}
