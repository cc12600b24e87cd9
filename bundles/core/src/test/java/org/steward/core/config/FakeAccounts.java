package org.steward.core.config;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Root, nobody and web, each with a group of its name. */
public final class FakeAccounts implements Accounts {
  private static final Map<String, Account> USERS =
      Map.of(
          "root", new Account("root", 0, 0, "/root"),
          "nobody", new Account("nobody", 65534, 65534, "/nonexistent"),
          "web", new Account("web", 1000, 1001, "/home/web"));
  private static final Map<String, Integer> GROUPS =
      Map.of("root", 0, "nogroup", 65534, "web", 1001);

  @Override
  public Optional<Account> byName(String name) {
    return Optional.ofNullable(USERS.get(name));
  }

  @Override
  public Optional<Account> byUid(int uid) {
    return USERS.values().stream().filter(account -> account.uid() == uid).findFirst();
  }

  @Override
  public OptionalInt groupByName(String name) {
    Integer gid = GROUPS.get(name);
    return gid == null ? OptionalInt.empty() : OptionalInt.of(gid);
  }

  @Override
  public boolean hasGroup(int gid) {
    return GROUPS.containsValue(gid);
  }
}
