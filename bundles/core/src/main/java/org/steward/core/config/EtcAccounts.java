package org.steward.core.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The users and groups in {@code /etc/passwd} and {@code /etc/group}, as they were when this was
 * made. Users known only to a directory service are not found: that would take the C library's name
 * service. Where a name or id occurs twice the first line counts, as it does there. Immutable.
 */
public final class EtcAccounts implements Accounts {
  private static final int NAME = 0;
  private static final int ID = 2;
  private static final int GROUP = 3;
  private static final int HOME = 5;
  private static final int MOST_DIGITS = 10;

  private final Map<String, Account> byName = new HashMap<>();
  private final Map<Integer, Account> byUid = new HashMap<>();
  private final Map<String, Integer> groups = new HashMap<>();

  private EtcAccounts() {}

  /** Those of this machine. */
  public static EtcAccounts ofThisMachine() {
    return read(Path.of("/etc/passwd"), Path.of("/etc/group"));
  }

  /**
   * Those in the given files. A file that cannot be read has none, a line that is odd is skipped.
   */
  public static EtcAccounts read(Path passwd, Path group) {
    EtcAccounts accounts = new EtcAccounts();
    records(passwd, HOME).forEach(accounts::addUser);
    records(group, ID)
        .forEach(
            fields ->
                accounts.groups.putIfAbsent(fields.get(NAME), Integer.valueOf(fields.get(ID))));
    return accounts;
  }

  private void addUser(List<String> fields) {
    Account account =
        new Account(
            fields.get(NAME),
            Integer.parseInt(fields.get(ID)),
            Integer.parseInt(fields.get(GROUP)),
            fields.get(HOME));
    byName.putIfAbsent(account.name(), account);
    byUid.putIfAbsent(account.uid(), account);
  }

  private static Stream<List<String>> records(Path file, int lastField) {
    return lines(file)
        .lines()
        .map(line -> List.of(line.split(":", -1)))
        .filter(fields -> fields.size() > lastField && isId(fields.get(ID)))
        .filter(fields -> lastField < GROUP || isId(fields.get(GROUP)));
  }

  private static String lines(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private static boolean isId(String text) {
    boolean digits = !text.isEmpty() && text.length() <= MOST_DIGITS;
    for (int i = 0; digits && i < text.length(); i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits && Long.parseLong(text) <= Integer.MAX_VALUE;
  }

  @Override
  public Optional<Account> byName(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  @Override
  public Optional<Account> byUid(int uid) {
    return Optional.ofNullable(byUid.get(uid));
  }

  @Override
  public OptionalInt groupByName(String name) {
    Integer gid = groups.get(name);
    return gid == null ? OptionalInt.empty() : OptionalInt.of(gid);
  }

  @Override
  public boolean hasGroup(int gid) {
    return groups.containsValue(gid);
  }
}
