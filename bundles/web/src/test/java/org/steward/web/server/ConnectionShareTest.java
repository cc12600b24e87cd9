package org.steward.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConnectionShareTest {
  @Test
  void socketsShareWhatThereIs() {
    int alone = ConnectionShare.ofEach(1);
    assertThat(alone).isBetween(1, ConnectionShare.MOST);
    assertThat(ConnectionShare.ofEach(4)).isBetween(1, alone);
    assertThat(ConnectionShare.ofEach(1_000_000_000)).isEqualTo(1);
  }
}
