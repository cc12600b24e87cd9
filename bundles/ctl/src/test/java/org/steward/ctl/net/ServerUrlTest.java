package org.steward.ctl.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerUrlTest {

  @ParameterizedTest
  @CsvSource({
    "http://h:9001, h, 9001, h:9001",
    "http://h, h, 80, h",
    "https://h/, h, 443, h",
    "https://h:8443/RPC2, h, 8443, h:8443",
    "http://user:pw@h:1?x, h, 1, h:1",
    "http://[::1]:9001, ::1, 9001, [::1]:9001",
    "http://[::1], ::1, 80, [::1]"
  })
  void hostAndPortAreTakenApart(String text, String host, int port, String header)
      throws Exception {
    ServerUrl url = ServerUrl.parse(text);
    assertThat(url.host()).isEqualTo(host);
    assertThat(url.port()).isEqualTo(port);
    assertThat(url.hostHeader()).isEqualTo(header);
  }

  @Test
  void aSocketIsAPath() throws Exception {
    ServerUrl url = ServerUrl.parse("unix:///a b/c@d:e");
    assertThat(url.host()).isEqualTo("/a b/c@d:e");
    assertThat(url.hostHeader()).isEqualTo("localhost");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://h", "h:9001", "", "http://", "http://h:x", "http://h:0", "http://h:65536"})
  void othersAreRefused(String text) {
    assertThatThrownBy(() -> ServerUrl.parse(text)).isInstanceOf(BadUrlException.class);
  }
}
