package org.steward.core.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a configuration's meaning depends on besides its files.
 *
 * @param environment the supervisor's environment variables
 * @param directory the directory it was started in, absolute
 * @param nodeName the machine's name, as {@code uname -n} has it
 * @param uid the user it runs as
 * @param accounts the users and groups of the machine
 */
public record Host(
    Map<String, String> environment, Path directory, String nodeName, int uid, Accounts accounts) {
  private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String UID = "Uid:";

  /** Takes an immutable copy. */
  public Host {
    environment = Map.copyOf(environment);
  }

  /**
   * This process on this machine, with its user and the machine's accounts as they are now.
   *
   * @param environment the variables the supervisor was started with
   */
  public static Host current(Map<String, String> environment) {
    try {
      return new Host(
          environment,
          Path.of("").toAbsolutePath(),
          Files.readString(HOST_NAME).strip(),
          realUid(Files.readString(STATUS)),
          EtcAccounts.ofThisMachine());
    } catch (IOException e) {
      throw new IllegalStateException("cannot read /proc: expected it to be mounted", e);
    }
  }

  /** Not the owner of {@code /proc/self}: that is root where the process has changed its user. */
  private static int realUid(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith(UID))
        .map(line -> line.substring(UID.length()).strip().split("\\s")[0])
        .mapToInt(Integer::parseUnsignedInt)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("expected Uid in " + STATUS));
  }

  /** Where temporary files go: the first usable one of the places Python looks at. */
  public Path tempDirectory() {
    Stream<String> named =
        Stream.of("TMPDIR", "TEMP", "TMP").map(environment::get).filter(Objects::nonNull);
    return Stream.concat(named, List.of("/tmp", "/var/tmp", "/usr/tmp").stream())
        .filter(name -> !name.isEmpty())
        .map(directory::resolve)
        .filter(path -> Files.isDirectory(path) && Files.isWritable(path))
        .findFirst()
        .orElse(directory);
  }
}
