package org.steward.core.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steward.api.http.Role;
import org.steward.core.config.ServerUrl;
import org.steward.core.spi.http.HttpServerSettings;
import org.steward.core.spi.http.HttpServerSettings.Inet;
import org.steward.core.spi.http.HttpServerSettings.Unix;
import org.steward.core.spi.http.HttpServerSettings.User;

class ServersTest {
  @TempDir Path directory;
  private ConfigFixture config = new ConfigFixture(Path.of("/"));

  @BeforeEach
  void makeFixture() {
    config = new ConfigFixture(directory);
  }

  @Test
  void withoutSectionsThereAreNoServers() throws Exception {
    List<HttpServerSettings> servers = config.readPrograms("").servers();
    assertThat(servers).isEmpty();
    assertThat(ServerUrl.of(servers)).isEmpty();
  }

  @Test
  void aSocketThatNoClientCouldConnectToIsRefused() throws Exception {
    String longest = "/tmp/" + "x".repeat(102);
    assertThat(config.readPrograms("[unix_http_server]\nfile=" + longest + "\n").servers())
        .hasSize(1);
    assertThat(config.problemsOfPrograms("[unix_http_server]\nfile=" + longest + "x\n"))
        .singleElement()
        .asString()
        .contains("[unix_http_server] file=/tmp/xxx", "expected a path of at most 107 bytes");
  }

  @Test
  void everyOptionIsRead() throws Exception {
    assertThat(
            config
                .readPrograms(
                    """
                    [unix_http_server]
                    file = ~/x/../s.sock
                    chmod = 0770
                    chown = web:nogroup
                    username = u
                    password = p%%w
                    [inet_http_server]
                    port = 127.0.0.1:9001
                    username = %(ENV_HOME)s
                    password = {SHA}82ab876d1387bfafe46cc1c8a2ef074eae50cb1d
                    """)
                .servers())
        .containsExactly(
            new Inet(
                "127.0.0.1",
                9001,
                List.of(
                    new User(
                        directory.toString(),
                        "{SHA}82ab876d1387bfafe46cc1c8a2ef074eae50cb1d",
                        Role.ADMIN))),
            new Unix(
                directory + "/s.sock",
                0770,
                1000,
                65534,
                List.of(new User("u", "p%w", Role.ADMIN))));
  }

  @Test
  void thereMayBeSeveralOfAKind() throws Exception {
    List<HttpServerSettings> servers =
        config
            .readPrograms(
                "[inet_http_server:b]\nport=2\n[inet_http_server]\nport=1\n"
                    + "[unix_http_server2]\nfile=%(here)s/s")
            .servers();

    assertThat(servers)
        .containsExactly(
            new Inet("", 2, List.of()),
            new Inet("", 1, List.of()),
            new Unix(directory + "/s", 0700, -1, -1, List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "9001, http://localhost:9001",
    "10.0.0.1:80, http://10.0.0.1:80",
    "[::1]:80, http://[::1]:80",
  })
  void theServerUrlOfATcpSocketNamesAHost(String port, String url) throws Exception {
    var servers = config.readPrograms("[inet_http_server]\nport=" + port).servers();
    assertThat(ServerUrl.of(servers)).contains(url);
  }

  @Test
  void theServerUrlPrefersTheUnixSocket() throws Exception {
    var servers =
        config.readPrograms("[inet_http_server]\nport=1\n[unix_http_server]\nfile=/s").servers();
    assertThat(ServerUrl.of(servers)).contains("unix:///s");
  }

  @Test
  void whatAServerCannotBeIsReportedWithoutItsPassword() {
    assertThat(
            config.problemsOfPrograms(
                "[unix_http_server]\nchmod=9\npassword=secret\n[inet_http_server]\nport=x\n"
                    + "username=u\n[inet_http_server:2]\nport=1\nusername=u\npassword=sec%ret"))
        .containsExactly(
            "supervisord.conf:2: [unix_http_server] expected the option file",
            "supervisord.conf:3: [unix_http_server] chmod=9: expected an octal number such as 022"
                + " or 0700",
            "supervisord.conf:4: [unix_http_server] password: expected a username with it",
            "supervisord.conf:6: [inet_http_server] port=x: expected an integer from 1 to 65535",
            "supervisord.conf:7: [inet_http_server] username=u: expected a password with it",
            "supervisord.conf:11: [inet_http_server:2] password: expected %% for a percent sign,"
                + " or %(name)s");
  }

  @Test
  void usersAreReadOneALineBesideTheOldOne() throws Exception {
    String hash =
        "$pbkdf2-sha256$6400$0ZrzXitFSGltTQnBWOsdYw$Y11AchqV4b0sUisdZd0Xr97KWoymNE0LNNrnEgY4H9M";
    List<HttpServerSettings> servers =
        config
            .variable("SECRET", "from elsewhere")
            .readPrograms(
                """
                [inet_http_server]
                port = 1
                username = root
                password = r
                users = ann admin  two words
                    bob operate %(ENV_SECRET)s

                    eve\tread\t"""
                    + hash
                    + "\nhosts = Public.example, other.example\n")
            .servers();
    assertThat(servers)
        .containsExactly(
            new Inet(
                "",
                1,
                List.of(
                    new User("root", "r", Role.ADMIN),
                    new User("ann", "two words", Role.ADMIN),
                    new User("bob", "from elsewhere", Role.OPERATE),
                    new User("eve", hash, Role.READ)),
                List.of("Public.example", "other.example"),
                null));
    assertThat(servers.toString()).doesNotContain("two words").doesNotContain("elsewhere");
  }

  @Test
  void whatUsersCannotBeIsReportedWithoutAnySecret() {
    assertThat(
            config
                .variable("SECRET", "geheim")
                .problemsOfPrograms(
                    """
                    [unix_http_server]
                    file = /s
                    username = ann
                    password = p
                    users = bob geheim admin
                      a:b read geheim
                      carl read
                      dora read %(ENV_SECRET)s
                      dora read x
                      emil read {SHA}geheim
                      fred read $pbkdf2-sha256$geheim
                    [inet_http_server]
                    port = 1
                    username = ann
                    password = $pbkdf2-geheim
                    users = ann read x
                    """))
        .containsExactly(
            "supervisord.conf:6: [unix_http_server] users: user 1: expected \"name role password\","
                + " with one of the roles read, operate and admin; user 2: expected a name without"
                + " ':'; user 3: expected \"name role password\", with one of the roles read,"
                + " operate and admin; user 5: expected another name: there is one before; user 6:"
                + " the password begins as a hash does and is none: expected {SHA} and 40"
                + " hexadecimal digits, or what supervisorctl hash_password prints; user 7: the"
                + " password begins as a hash does and is none: expected {SHA} and 40 hexadecimal"
                + " digits, or what supervisorctl hash_password prints",
            "supervisord.conf:16: [inet_http_server] password: expected what supervisorctl"
                + " hash_password prints",
            "supervisord.conf:17: [inet_http_server] users: expected other names than that of"
                + " username");
  }

  @Test
  void whatTlsCannotBeMadeOfIsReported() throws Exception {
    java.nio.file.Files.writeString(directory.resolve("empty.pem"), "nothing");
    assertThat(
            config.problemsOfPrograms(
                """
                [inet_http_server]
                port = 1
                certfile = %(here)s/empty.pem
                keyfile = %(here)s/empty.pem
                [inet_http_server:2]
                port = 2
                certfile = /none
                keyfile = /none
                [inet_http_server:3]
                port = 3
                certfile = /none
                [inet_http_server:4]
                port = 4
                keyfile = /none
                [inet_http_server:5]
                port = 5
                client_ca = /none
                """))
        .containsExactly(
            "supervisord.conf:4: [inet_http_server] certfile=%(here)s/empty.pem: has no certificate:"
                + " expected PEM, BEGIN CERTIFICATE",
            "supervisord.conf:8: [inet_http_server:2] certfile=/none: does not exist",
            "supervisord.conf:12: [inet_http_server:3] certfile=/none: expected a keyfile with it",
            "supervisord.conf:15: [inet_http_server:4] keyfile=/none: expected a certfile with it",
            "supervisord.conf:18: [inet_http_server:5] client_ca=/none: expected a certfile and a"
                + " keyfile with it");
  }
}
