package org.steward.core.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steward.core.config.HttpServerConfig;
import org.steward.core.config.ServerUrl;
import org.steward.core.config.SocketConfig;

class ServersTest {
  @TempDir Path directory;
  private ConfigFixture config = new ConfigFixture(Path.of("/"));

  @BeforeEach
  void makeFixture() {
    config = new ConfigFixture(directory);
  }

  @Test
  void withoutSectionsThereAreNoServers() throws Exception {
    List<HttpServerConfig> servers = config.readPrograms("").servers();
    assertThat(servers).isEmpty();
    assertThat(ServerUrl.of(servers)).isEmpty();
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
            new HttpServerConfig.Inet(
                "127.0.0.1",
                9001,
                directory.toString(),
                "{SHA}82ab876d1387bfafe46cc1c8a2ef074eae50cb1d"),
            new HttpServerConfig.Unix(
                directory + "/s.sock", 0770, new SocketConfig.Owner(1000, 65534), "u", "p%w"));
  }

  @Test
  void thereMayBeSeveralOfAKind() throws Exception {
    List<HttpServerConfig> servers =
        config
            .readPrograms(
                "[inet_http_server:b]\nport=2\n[inet_http_server]\nport=1\n"
                    + "[unix_http_server2]\nfile=%(here)s/s")
            .servers();

    assertThat(servers)
        .containsExactly(
            new HttpServerConfig.Inet("", 2, null, null),
            new HttpServerConfig.Inet("", 1, null, null),
            new HttpServerConfig.Unix(directory + "/s", 0700, null, null, null));
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
}
