package org.steward.core.config.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steward.core.config.FakeAccounts;
import org.steward.core.config.Host;
import org.steward.core.config.LogTarget;
import org.steward.core.config.SocketConfig;

class SystemTypesTest {
  @TempDir Path directory;
  private Host host = new Host(Map.of(), Path.of("/"), "node", 0, new FakeAccounts());

  @BeforeEach
  void makeHost() throws IOException {
    Files.createDirectories(directory.resolve("home/logs"));
    Files.createFile(directory.resolve("file"));
    String home = directory.resolve("home").toString();
    host = new Host(Map.of("HOME", home), directory, "node", 0, new FakeAccounts());
  }

  @ParameterizedTest
  @CsvSource({
    "9001, '', 9001",
    ":9001, '', 9001",
    "*:9001, '', 9001",
    "localhost:9001, localhost, 9001",
    "LocalHost:1, localhost, 1",
    "127.0.0.1:65535, 127.0.0.1, 65535",
    "[::1]:9001, ::1, 9001",
    "[::]:9001, ::, 9001",
    "::1:9001, ::1, 9001",
  })
  void addressesHaveManySpellings(String text, String name, int port) throws Exception {
    assertThat(SystemTypes.ADDRESS.parse(text, host)).isEqualTo(new HostPort(name, port));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "localhost:", "localhost:x", "0", "65536", "[::1]"})
  void anAddressNeedsAPort(String text) {
    rejects(SystemTypes.ADDRESS, text);
  }

  @ParameterizedTest
  @CsvSource({"root, 0", "web, 1000", "1000, 1000"})
  void usersAreGivenByNameOrId(String text, int uid) throws Exception {
    assertThat(SystemTypes.USER.parse(text, host).uid()).isEqualTo(uid);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nosuch", "4711", "-1", "root:root"})
  void aUserMustExist(String text) {
    rejects(SystemTypes.USER, text);
  }

  @ParameterizedTest
  @CsvSource({"web, 1000, -1", "web:nogroup, 1000, 65534", "1000:1001, 1000, 1001"})
  void ownersMayNameAGroup(String text, int uid, int gid) throws Exception {
    assertThat(SystemTypes.OWNER.parse(text, host)).isEqualTo(new SocketConfig.Owner(uid, gid));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nosuch", "web:nosuch", "web:", ":web", "web:4711", "a:b:c"})
  void anOwnerMustExist(String text) {
    rejects(SystemTypes.OWNER, text);
  }

  @Test
  void directoriesAreSeenFromWhereTheDaemonStarts() throws Exception {
    Path home = directory.resolve("home");
    assertThat(SystemTypes.DIRECTORY.parse("home", host)).isEqualTo(home);
    assertThat(SystemTypes.DIRECTORY.parse("~", host)).isEqualTo(home);
    assertThat(SystemTypes.DIRECTORY.parse("~/logs/../logs", host)).isEqualTo(home.resolve("logs"));
    assertThat(SystemTypes.DIRECTORY.parse(home.toString(), host)).isEqualTo(home);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nosuch", "file", "~/nosuch", "~nosuch", "a\0b"})
  void aDirectoryMustExist(String text) {
    rejects(SystemTypes.DIRECTORY, text);
  }

  @Test
  void aFileNeedsItsDirectoryOnly() throws Exception {
    assertThat(SystemTypes.FILE.parse("x.log", host)).isEqualTo(directory.resolve("x.log"));
    assertThat(SystemTypes.FILE.parse("/x.log", host)).isEqualTo(Path.of("/x.log"));
    assertThat(SystemTypes.FILE.parse("~/logs/x", host))
        .isEqualTo(directory.resolve("home/logs/x"));
    rejects(SystemTypes.FILE, "");
    rejects(SystemTypes.FILE, "a\0b");
    rejects(SystemTypes.FILE, "nosuch/x.log");
    rejects(SystemTypes.FILE, "file/x.log");
    rejects(SystemTypes.FILE, "~nobody/x.log");
  }

  @Test
  void theActivityLogMayBeSyslog() throws Exception {
    assertThat(SystemTypes.ACTIVITY_LOG.parse("syslog", host)).isEqualTo("syslog");
    assertThat(SystemTypes.ACTIVITY_LOG.parse("/x.log", host)).isEqualTo("/x.log");
  }

  @Test
  void logFilesHaveSpecialNamesInAnyCase() throws Exception {
    LogFile none = new LogFile(new LogTarget.None(), false);
    assertThat(SystemTypes.LOG_FILE.parse("NONE", host)).isEqualTo(none);
    assertThat(SystemTypes.LOG_FILE.parse("Off", host)).isEqualTo(none);
    assertThat(SystemTypes.LOG_FILE.parse("", host)).isEqualTo(none);
    assertThat(SystemTypes.LOG_FILE.parse("auto", host))
        .isEqualTo(new LogFile(new LogTarget.Auto(), false));
    assertThat(SystemTypes.LOG_FILE.parse("Syslog", host))
        .isEqualTo(new LogFile(new LogTarget.None(), true));
    assertThat(SystemTypes.LOG_FILE.parse("x.log", host))
        .isEqualTo(new LogFile(new LogTarget.File("x.log"), false));
    rejects(SystemTypes.LOG_FILE, "nosuch/x.log");
  }

  @Test
  void anotherUsersHomeComesFromItsAccount() {
    assertThat(HomePath.expand("~web/x", host)).isEqualTo("/home/web/x");
    assertThat(HomePath.expand("~web", host)).isEqualTo("/home/web");
    assertThat(HomePath.expand("~nosuch/x", host)).isEqualTo("~nosuch/x");
    assertThat(HomePath.expand("x~", host)).isEqualTo("x~");
  }

  @Test
  void withoutHomeVariableTheAccountsHomeCounts() {
    Host bare = new Host(Map.of(), directory, "node", 1000, new FakeAccounts());
    assertThat(HomePath.expand("~/x", bare)).isEqualTo("/home/web/x");
  }

  private void rejects(ValueType<?> type, String text) {
    assertThatThrownBy(() -> type.parse(text, host))
        .isInstanceOf(BadValueException.class)
        .hasMessageStartingWith("expected ");
  }
}
